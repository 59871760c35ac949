using ChatChannels.Host.Replay;
using ChatChannels.Tests.Conversation.Engine;
using ChatChannels.Tests.Hostile;

namespace ChatChannels.Tests.Scripts;

/// <summary>Every script, through the real endpoint and the real store: every screen, fact and message as written.</summary>
public sealed class ScriptTests
{
    public static TheoryData<string> Names => [.. PlayedScript.Names];

    public static TheoryData<string> Overhearable => [.. PlayedScript.Names.Where(name => name.Contains($".{Overheard.Language}.", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Play_Script_GoesAsWritten(string name)
    {
        var script = await PlayedScript.Of(name);

        if (!string.Equals(script.Written, script.Went, StringComparison.Ordinal))
            Assert.Fail(ChatDifference.Describe(name, script.Written, script.Went));
    }

    [Theory]
    [MemberData(nameof(Overhearable))]
    public async Task Play_Script_LeavesNothingThatWasTypedWhereItMayNotBe(string name) => Assert.Empty((await PlayedScript.Of(name)).Leaks);

    [Theory]
    [MemberData(nameof(Names))]
    public void Write_ScriptThatWasRead_IsTheFile(string name)
    {
        var text = PlayedScript.TextOf(name);

        var written = ChatScriptReader.Read(name, text).Write();

        Assert.Equal(text, written);
    }

    [Fact]
    public void Names_EveryBehaviour_HasAScriptInEveryLanguageOfItsFund()
    {
        var byBehaviour = PlayedScript.Names.GroupBy(name => (Behaviour: name.Split('.')[0], Channel: name.Split('.')[2]), name => name.Split('.')[1]);

        Assert.All(byBehaviour, behaviour => Assert.Equal(LanguagesOf(behaviour.Key.Behaviour.Split('/')[0]), string.Join(' ', behaviour.Order(StringComparer.Ordinal))));
    }

    private static string LanguagesOf(string fund) => string.Join(' ', Funds.All
        .Single(candidate => string.Equals(candidate.Id.Value, fund, StringComparison.Ordinal))
        .Languages.Select(language => language.Code).Order(StringComparer.Ordinal));
}
