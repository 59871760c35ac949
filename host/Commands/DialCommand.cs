using System.CommandLine;
using ChatChannels.Host.Replay;
using ChatChannels.Host.Starting;

namespace ChatChannels.Host.Commands;

/// <summary><c>dial</c>: a phone in the terminal, against a service of its own or one that runs.</summary>
internal static class DialCommand
{
    public static Command Create()
    {
        var code = new Argument<string>("CODE") { Description = "What to dial, for instance *237*1#.", DefaultValueFactory = _ => "*237*1#" };
        var phone = new Option<string>("--phone") { Description = "The number that calls.", DefaultValueFactory = _ => "+237650000001" };
        var url = new Option<Uri?>("--url")
        {
            Description = "A running service, or the whole address of its callback where that has a secret path; user:password@ for basic authentication. Without it a service is started that forgets everything at the end.",
            CustomParser = result =>
            {
                if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
                    return address;
                result.AddError($"--url takes an address like http://localhost:5080, not {result.Tokens[0].Value}.");
                return null;
            },
        };
        var command = new Command("dial", "Dial a service code in the terminal.") { code, phone, url };
        command.SetAction((parsed, cancellation) => Run(parsed, (parsed.GetValue(code)!, parsed.GetValue(phone)!), parsed.GetValue(url), cancellation));
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, (string Code, string Phone) call, Uri? url, CancellationToken cancellation)
    {
        var console = parsed.InvocationConfiguration;
        if (url is null)
        {
            await using var service = await ReplayHost.Start(TimeProvider.System.GetUtcNow());
            return await new TerminalCall(new TerminalPhone(service.Http, TerminalPhone.Callback, call.Code, call.Phone), Console.In, console.Output).Talk(cancellation);
        }

        using var http = new HttpClient();
        var callback = url.AbsolutePath is "/" ? new Uri(url, TerminalPhone.Callback) : url;
        try
        {
            return await new TerminalCall(new TerminalPhone(http, callback, call.Code, call.Phone), Console.In, console.Output).Talk(cancellation);
        }
        catch (HttpRequestException failure)
        {
            throw new StartRefusedException(Sentence(new Uri(url.GetLeftPart(UriPartial.Authority)), failure), failure);
        }
    }

    private static string Sentence(Uri url, HttpRequestException failure) => failure.StatusCode is { } status
        ? $"The service at {url.Host}:{url.Port} answers {(int)status}: it may want the whole address of its callback, with the secret path, or user:password@ before the host."
        : $"No service answers at {url.Host}:{url.Port}: {failure.Message}";
}
