using Spectre.Console;

namespace ChatChannels.Host.Commands;

/// <summary>A call by a phone in the terminal: screens out, answers in, until one side hangs up.</summary>
internal sealed class TerminalCall(TerminalPhone phone, TextReader typed, TextWriter shown)
{
    /// <summary>Columns of the drawn screen: room for the longest measure above it.</summary>
    private const int PhoneWidth = 52;

    private const string Goes = "CON ";
    private const string Ends = "END ";

    private readonly IAnsiConsole _console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(shown) });

    /// <summary>Talks until one side hangs up.</summary>
    /// <returns>The exit code: 0 for a call that ended as calls do.</returns>
    public async Task<int> Talk(CancellationToken cancellation)
    {
        await shown.WriteLineAsync("Type an answer and press Enter. To hang up press Ctrl+D, or Ctrl+C.");
        var reply = await phone.Dial(cancellation);
        while (true)
        {
            Show(reply);
            if (!reply.StartsWith(Goes, StringComparison.Ordinal))
                return reply.StartsWith(Ends, StringComparison.Ordinal) ? 0 : 1;
            await shown.WriteAsync("> ");
            await shown.FlushAsync(cancellation);
            if (await typed.ReadLineAsync(cancellation) is not { } answer)
                return await HangUp();
            reply = await phone.Type(answer, cancellation);
        }
    }

    private async Task<int> HangUp()
    {
        await shown.WriteLineAsync();
        await shown.WriteLineAsync("You hung up. Dial again to go on where you were.");
        return 0;
    }

    private void Show(string reply)
    {
        var isScreen = reply.StartsWith(Goes, StringComparison.Ordinal) || reply.StartsWith(Ends, StringComparison.Ordinal);
        _console.Write(new Panel(new Text(isScreen ? reply[Goes.Length..] : reply)) { Header = new PanelHeader(phone.Measure(reply)), Width = PhoneWidth });
        if (reply.StartsWith(Ends, StringComparison.Ordinal))
            shown.WriteLine("The service ended the call.");
    }
}
