using System.CommandLine;
using ChatChannels.Host.Replay;
using Spectre.Console;

namespace ChatChannels.Host.Commands;

/// <summary><c>dial</c>: a phone in the terminal, against a service of its own or one that runs.</summary>
internal static class DialCommand
{
    /// <summary>Columns of the drawn screen: room for the longest measure above it.</summary>
    private const int PhoneWidth = 52;

    public static Command Create()
    {
        var code = new Argument<string>("CODE") { Description = "What to dial, for instance *237*1#.", DefaultValueFactory = _ => "*237*1#" };
        var phone = new Option<string>("--phone") { Description = "The number that calls.", DefaultValueFactory = _ => "+237650000001" };
        var url = new Option<Uri?>("--url") { Description = "A running service; without it one is started that forgets everything at the end." };
        var command = new Command("dial", "Dial a service code in the terminal.") { code, phone, url };
        command.SetAction(async (parsed, cancellation) => await Run(parsed.GetValue(code)!, parsed.GetValue(phone)!, parsed.GetValue(url), cancellation));
        return command;
    }

    private static async Task<int> Run(string code, string phone, Uri? url, CancellationToken cancellation)
    {
        if (url is not null)
        {
            using var http = new HttpClient { BaseAddress = url };
            return await Talk(new TerminalPhone(http, code, phone), cancellation);
        }

        await using var service = await ReplayHost.Start(TimeProvider.System.GetUtcNow());
        return await Talk(new TerminalPhone(service.Http, code, phone), cancellation);
    }

    private static async Task<int> Talk(TerminalPhone phone, CancellationToken cancellation)
    {
        var reply = await phone.Dial(cancellation);
        while (true)
        {
            var goesOn = reply.StartsWith("CON ", StringComparison.Ordinal);
            AnsiConsole.Write(new Panel(new Text(goesOn || reply.StartsWith("END ", StringComparison.Ordinal) ? reply[4..] : reply)) { Header = new PanelHeader(phone.Measure(reply)), Width = PhoneWidth });
            if (!goesOn || await Console.In.ReadLineAsync(cancellation) is not { } typed)
                return goesOn || reply.StartsWith("END ", StringComparison.Ordinal) ? 0 : 1;
            reply = await phone.Type(typed, cancellation);
        }
    }
}
