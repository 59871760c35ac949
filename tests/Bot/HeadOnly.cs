using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace ChatChannels.Tests.Bot;

/// <summary>A client that announces a body and never sends it: whoever answers has judged the head alone.</summary>
internal static class HeadOnly
{
    /// <summary>Posts a head; gives the status of the answer.</summary>
    public static async Task<int> Send(Uri server, string path, long length, params (string Name, string Value)[] headers)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(server.Host, server.Port, TestContext.Current.CancellationToken);
        var lines = headers.Select(header => $"{header.Name}: {header.Value}\r\n");
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"POST {path} HTTP/1.1\r\nHost: {server.Authority}\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n{string.Concat(lines)}\r\n");
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head), TestContext.Current.CancellationToken);
        using var answer = new StreamReader(client.GetStream());
        var status = await answer.ReadLineAsync(TestContext.Current.CancellationToken);
        return int.Parse(status!.Split(' ')[1], CultureInfo.InvariantCulture);
    }
}
