using ChatChannels.Host.Replay;
using ChatChannels.Runtime.Registry.Late;
using ChatChannels.Services;
using Microsoft.Extensions.DependencyInjection;

namespace ChatChannels.Tests.Host;

/// <summary>Somebody who got hold of one code, and of the facts, has money sent elsewhere: the owner hears of it.</summary>
public sealed class RequestNoticeTests
{
    private const string Stranger = "+212655000001";
    private const string Owner = "+212600000031";

    private static readonly string[] Facts = ["1", "AB100031", "30/06/2031", "14/03/1985", "1", "1", "94", "98", "1"];

    [Theory]
    [InlineData(Stranger, "(the code)", $"request-filed {Stranger}", $"request-filed {Owner}|request-filed nadia@exemple.example")]
    [InlineData(Owner, null, $"request-filed {Owner}", "request-filed nadia@exemple.example")]
    public async Task BankAccount_DeclaredFromAnyPhone_IsToldToThatPhoneAndToEveryAddressOnFile(string phone, string? code, string atOnce, string later)
    {
        string?[] steps = ["*212*1#", "1", "3", .. Facts, code, "1", "011519000001205000534921", "1", "2"];
        var script = ChatScriptReader.Read("declared", $"# now 2026-03-05T09:00:00Z phone {phone}\n{string.Join('\n', steps.OfType<string>().Select(step => $"> {step}"))}\n");
        await using var service = await ReplayHost.Start(script.Setting.Now);

        var played = await new ChatPlayer(service, script).Play();
        await service.Services.GetRequiredService<LateAnswerRun>().Round(TestContext.Current.CancellationToken);
        var sent = service.Store.TakeChanges().OfType<Change.Send>().Select(change => change.Message).ToList();
        await service.Services.GetRequiredService<LateAnswerRun>().Round(TestContext.Current.CancellationToken);

        Assert.Equal([$"sms {atOnce}"], played.Steps[^1].Effects.Where(effect => effect.StartsWith("sms ", StringComparison.Ordinal)), StringComparer.Ordinal);
        Assert.Equal(later, string.Join('|', sent.Select(message => $"{message.Template} {message.To}")));
        Assert.Empty(service.Store.TakeChanges());
        Assert.All(sent, message => Assert.Contains(Reference(played), message.Text, StringComparison.Ordinal));
        Assert.All(sent, message => Assert.Contains("39 39", message.Text, StringComparison.Ordinal));
    }

    /// <summary>The last word of the fact.</summary>
    private static string Reference(ChatScript played) =>
        played.Steps[^1].Effects.Single(effect => effect.StartsWith("audit request-filed declare-rib ", StringComparison.Ordinal)).Split(' ')[^1];
}
