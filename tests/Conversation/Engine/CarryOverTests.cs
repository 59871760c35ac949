using System.Collections.Immutable;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.Localization;
using ChatChannels.Tests.Conversation.Flows;

namespace ChatChannels.Tests.Conversation.Engine;

/// <summary>A session stays on the version it began with, and is carried over when that version is gone.</summary>
public sealed class CarryOverTests
{
    private const string First = """
        service: card
        version: 1
        start: person
        prove-by: [birth-date, surname]
        states:
          person: { call: person, next: asked }
          asked: { choose: [new, lost], as: wished, next: older }
          older: { ask: number, min: 1, max: 5, next: done }
          done: { end: true }
        """;

    private static readonly DateTimeOffset Now = new(2026, 3, 5, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Advance_VersionStillThere_StaysOnIt()
    {
        var step = Say(Standing("asked"), "1", Load(withFirst: true));

        Assert.Equal(("card", 1, "older"), (step.Session.Top.Flow, step.Session.Top.Version, step.Session.Top.State));
    }

    [Fact]
    public void Advance_VersionGone_GoesOnWhereItsStateWent()
    {
        var step = Say(Standing("asked"), "2", Load(withFirst: false));

        Assert.Equal(("card", 2, "story"), (step.Session.Top.Flow, step.Session.Top.Version, step.Session.Top.State));
        Assert.Equal("lost", step.Session.Answers["wish"]);
        Assert.Equal("NGONO", step.Session.Answers["surname"]);
    }

    [Fact]
    public void Advance_AnswerRenamed_IsNotAskedAgain()
    {
        var session = Standing("asked") with { Answers = Standing("asked").Answers.With("wished", "new") };

        var step = ConversationEngine.Advance(session, new Input.Said("97"), Load(withFirst: false), Surroundings);

        Assert.Equal("new", step.Session.Answers["wish"]);
        Assert.Null(step.Session.Answers["wished"]);
    }

    [Fact]
    public void Advance_StateGoneWithoutWord_BeginsAgainWithEveryAnswerKept()
    {
        var step = ConversationEngine.Advance(Standing("older"), new Input.Said("97"), Load(withFirst: false), Surroundings);

        Assert.Equal(("card", 2), (step.Session.Frames[0].Flow, step.Session.Frames[0].Version));
        Assert.Equal("NGONO", step.Session.Answers["surname"]);
    }

    private static readonly Surroundings Surroundings = new(Now, DateOnly.FromDateTime(Now.DateTime), [Language.French]);

    private static Step Say(Session session, string text, Fund fund) => ConversationEngine.Advance(session, new Input.Said(text), fund, Surroundings);

    private static Session Standing(string state) => new()
    {
        Key = new SessionKey(new FundId("miniature"), Channel.Ussd, "1"),
        Address = new Address(Channel.Ussd, "+237650000001", Proof.Possessed),
        Language = Language.French,
        Life = Life.InService,
        Frames = [new Frame("card", 1, "person", state)],
        Answers = AnswerSheet.None.With("surname", "NGONO").With("birth-date", "1990-12-25").With("person", "filled"),
        StartedAt = Now,
        LastAt = Now,
    };

    private static Fund Load(bool withFirst)
    {
        var files = MiniatureFund.Files;
        if (withFirst)
            files = files with { Own = WithFirst(files.Own) };
        var load = MiniatureFund.Load(files);
        Assert.Empty(load.Defects);
        return load.Fund!;
    }

    /// <summary>The first version beside the second, with its texts and a carry-over that knows all its states.</summary>
    private static ImmutableSortedDictionary<string, string> WithFirst(ImmutableSortedDictionary<string, string> own)
    {
        var files = own.SetItem("services/card.v1.yaml", First).SetItem(
            "services/card.yaml",
            own["services/card.yaml"].Replace("{ asked: wish }", "{ asked: wish, older: copies }", StringComparison.Ordinal));
        foreach (var language in new[] { "fr", "ar", "en" })
        {
            files = files.SetItem($"texts/{language}.yaml", own[$"texts/{language}.yaml"].Replace(
                "\ncard:\n",
                "\ncard:\n  asked: { ask: \"?\", label: L, help: H, options: { new: N, lost: P } }\n  older: { ask: \"?\", label: L, help: H }\n",
                StringComparison.Ordinal));
        }

        return files;
    }
}
