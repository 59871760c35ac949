using ChatChannels.Services.Documents;

namespace ChatChannels.Bot.Chat;

/// <summary>Reads files that others serve.</summary>
internal static class Download
{
    /// <summary>The file, or one byte more than is taken.</summary>
    public static async Task<byte[]> Read(HttpResponseMessage response, CancellationToken cancellation)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellation);
        using var content = new MemoryStream();
        var buffer = new byte[81920];
        while (content.Length <= Document.Largest && await stream.ReadAsync(buffer, cancellation) is > 0 and var read)
            await content.WriteAsync(buffer.AsMemory(0, read), cancellation);
        return content.ToArray();
    }
}
