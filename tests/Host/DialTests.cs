using ChatChannels.Host.Replay;
using ChatChannels.Tests.Host.Checking;
using ChatChannels.Tests.Ussd;

namespace ChatChannels.Tests.Host;

/// <summary>The phone in the terminal, at a service that runs.</summary>
public sealed class DialTests
{
    private const string Secret = "0123456789abcdef";

    [Fact]
    public async Task Dial_RunningService_ShowsItsScreensAPromptAndHowToHangUp()
    {
        await using var service = await ReplayHost.Start(Scene.Now);

        var (code, said) = Dial("1\n", service.Http.BaseAddress!.ToString());

        Assert.Equal(0, code);
        Assert.Contains("To hang up press Ctrl+D", said, StringComparison.Ordinal);
        Assert.Contains("\n> ", said, StringComparison.Ordinal);
        Assert.Contains("1 Pré-immatriculation", said, StringComparison.Ordinal);
        Assert.EndsWith("You hung up. Dial again to go on where you were.", said.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dial_CallbackWithASecret_TakesItsWholeAddress()
    {
        await using var service = await ReplayHost.Start(Scene.Now, "--Ussd:AfricasTalking:SecretPath", Secret);

        var (code, said) = Dial("", $"{service.Http.BaseAddress}ussd/africastalking/{Secret}");
        var (without, why) = Dial("", service.Http.BaseAddress!.ToString());

        Assert.Equal((0, 1), (code, without));
        Assert.Contains("3 English", said, StringComparison.Ordinal);
        Assert.Contains("answers 404: it may want the whole address of its callback", why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dial_CallbackWithAPassword_TakesItInTheAddress()
    {
        await using var service = await ReplayHost.Start(
            Scene.Now, "--Ussd:AfricasTalking:User", "gateway", "--Ussd:AfricasTalking:Password", "un mot de passe");

        var (code, said) = Dial("", $"http://gateway:un%20mot%20de%20passe@{service.Http.BaseAddress!.Authority}");

        Assert.Equal(0, code);
        Assert.Contains("3 English", said, StringComparison.Ordinal);
    }

    private static (int Code, string Said) Dial(string typed, string url)
    {
        var before = Console.In;
        Console.SetIn(new StringReader(typed));
        try
        {
            var run = Commanded.Run("dial", "--url", url);
            return (run.Code, string.Join('\n', run.Lines));
        }
        finally
        {
            Console.SetIn(before);
        }
    }
}
