using System.Collections.Immutable;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Answers;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.Localization;
using ChatChannels.Tests.Conversation.Flows;

namespace ChatChannels.Tests.Conversation.Engine;

/// <summary>A state that asks for a file, on a channel that carries files and on one that does not.</summary>
public sealed class AttachTests
{
    private const string Photo = "5d0b1c1e-0000-0000-0000-000000000001";

    private static readonly DateTimeOffset Now = new(2026, 3, 5, 9, 0, 0, TimeSpan.Zero);
    private static readonly Fund Fund = MiniatureFund.Load(MiniatureFund.Files).Fund!;

    [Fact]
    public void Prompt_OnUssd_OffersTheWaysAndAsksForNothing()
    {
        var prompt = Shown(Advance(At("photo"), new Input.Looked()));

        Assert.Equal("Une photo de la carte ?", prompt.Text);
        Assert.Equal(["1 link", "2 agency"], prompt.Options.Select(option => $"{option.Key} {option.Value}"), StringComparer.Ordinal);
        Assert.Null(prompt.Asks);
        Assert.Empty(prompt.Accepts);
    }

    [Fact]
    public void Prompt_InAChatThatKnowsNoPhone_AsksForAFileAndOffersNoLink()
    {
        var prompt = Shown(Advance(At("photo", Channel.Web, "5f3a"), new Input.Looked()));

        Assert.Equal("Une photo de la carte ? @", prompt.Text);
        Assert.Equal(["1 agency"], prompt.Options.Select(option => $"{option.Key} {option.Value}"), StringComparer.Ordinal);
        Assert.Equal(Prompt.File, prompt.Asks);
        Assert.Equal([FileKind.Jpeg, FileKind.Png, FileKind.Pdf], prompt.Accepts);
    }

    [Fact]
    public void Prompt_InAChatThatWasToldAPhone_OffersTheLink()
    {
        var known = At("photo", Channel.Web, "5f3a") with { Answers = AnswerSheet.None.With("phone", "+237655550001") };

        Assert.Contains("link", Shown(Advance(known, new Input.Looked())).Options.Select(option => option.Value), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("image/jpeg")]
    [InlineData("image/png")]
    [InlineData("application/pdf")]
    public void Sent_OfAnAcceptedKind_IsTheAnswer(string mediaType)
    {
        var step = Advance(At("photo", Channel.WhatsApp), new Input.Sent(Photo, mediaType));

        Assert.Equal(State.Attach.Sent, step.Session.Answers["photo"]);
        Assert.Equal(Photo, step.Session.Answers[State.Attach.DocumentOf("photo")]);
        Assert.Equal(Life.Ended, step.Session.Life);
    }

    [Fact]
    public void Sent_OfAnotherKind_SaysWhichAndAsksAgain()
    {
        var step = Advance(At("photo", Channel.WhatsApp), new Input.Sent(Photo, "text/csv"));

        Assert.Equal("photo", step.Session.Top.State);
        Assert.False(step.Session.Answers.IsSettled("photo"));
        Assert.Contains("une photo (JPEG ou PNG) ou un PDF", Shown(step).Notice, StringComparison.Ordinal);
        Assert.Equal("Une photo de la carte ? @", Shown(step).Text);
    }

    [Fact]
    public void Sent_OfAnotherKindThreeTimes_OffersAWayOutBehindWhichTheRightOneIsTaken()
    {
        var step = Advance(At("photo", Channel.WhatsApp), new Input.Sent("1", "text/csv"));
        step = Advance(Advance(step.Session, new Input.Sent("2", "text/csv")).Session, new Input.Sent("3", "text/csv"));

        Assert.Equal(Life.OfferedWayOut, step.Session.Life);
        Assert.Equal(State.Attach.Sent, Advance(step.Session, new Input.Sent(Photo, "image/png")).Session.Answers["photo"]);
    }

    [Fact]
    public void Sent_WhileHelpIsOpen_IsTaken()
    {
        var help = Advance(At("photo", Channel.WhatsApp), new Input.Said(Keys.Help));

        Assert.Equal(Life.Helping, help.Session.Life);
        Assert.Equal(State.Attach.Sent, Advance(help.Session, new Input.Sent(Photo, "image/png")).Session.Answers["photo"]);
    }

    [Fact]
    public void Sent_WhereNoFileIsAsked_ChangesNothingAndShowsTheScreenAgain()
    {
        var before = At("part", Channel.WhatsApp) with { Answers = AnswerSheet.None.With("sort", "new") };
        var asked = Shown(Advance(before, new Input.Looked()));

        var step = Advance(before, new Input.Sent(Photo, "image/png"));

        Assert.Equal(before.Answers, step.Session.Answers);
        Assert.Equal(before.Frames, step.Session.Frames);
        Assert.Equal(asked with { Notice = Fund.Texts.Plain(Language.French, CommonTexts.NoDocument) }, Shown(step) with { Options = asked.Options, Keys = asked.Keys });
    }

    [Fact]
    public void Sent_WhileAnAgentSpeaks_ChangesNothingAndThePersonIsToldSo()
    {
        var before = At("photo", Channel.WhatsApp) with { Life = Life.WithAgent, ReturnTo = Life.InService, Agent = new AgentStand("1", Now, 0, "16:30") };

        var step = Advance(before, new Input.Sent(Photo, "image/png"));

        Assert.Equal((Life.WithAgent, before.Agent, before.Answers), (step.Session.Life, step.Session.Agent, step.Session.Answers));
        Assert.Equal(Fund.Texts.Plain(Language.French, CommonTexts.NoDocument), Shown(step).Text);
    }

    [Fact]
    public void Sent_AtTheMenu_ChangesNothing()
    {
        var step = Advance(At("photo", Channel.WhatsApp) with { Life = Life.AtMenu, Frames = [] }, new Input.Sent(Photo, "image/png"));

        Assert.Equal(Life.AtMenu, step.Session.Life);
        Assert.Equal(Fund.Texts.Plain(Language.French, CommonTexts.NoDocument), Shown(step).Notice);
    }

    [Theory]
    [InlineData("1", "link")]
    [InlineData("2", "agency")]
    [InlineData("remettre en AGENCE", "agency")]
    public void Said_AWay_IsTheAnswerAndDropsWhatWasSentBefore(string typed, string expected)
    {
        var sent = At("photo", Channel.WhatsApp) with { Answers = AnswerSheet.None.With(State.Attach.DocumentOf("photo"), Photo) };

        var step = Advance(sent, new Input.Said(typed));

        Assert.Equal(expected, step.Session.Answers["photo"]);
        Assert.Null(step.Session.Answers[State.Attach.DocumentOf("photo")]);
        Assert.Equal("later", step.Session.Top.State);
    }

    [Fact]
    public void Said_SomethingElse_SaysThatAFileIsAwaited() =>
        Assert.Equal(
            Fund.Texts.InChat(Language.French, CommonTexts.AttachInvalid).Fill(ImmutableDictionary<string, string>.Empty),
            Shown(Advance(At("photo", Channel.WhatsApp), new Input.Said("voici"))).Notice);

    [Fact]
    public void Said_Skip_LeavesAnOptionalFileOut() =>
        Assert.Equal("", Advance(At("photo"), new Input.Said(Keys.Skip)).Session.Answers["photo"]);

    [Fact]
    public void Sent_Printed_NamesNoDocument() =>
        Assert.DoesNotContain(Photo, new Input.Sent(Photo, "image/png").ToString(), StringComparison.Ordinal);

    private static Prompt Shown(Step step) => step.Effects.OfType<Effect.Show>().Single().Prompt;

    private static Session At(string state, Channel? channel = null, string address = "+237650000001") => new()
    {
        Key = new SessionKey(Fund.Id, channel ?? Channel.Ussd, "1"),
        Address = new Address(channel ?? Channel.Ussd, address),
        Language = Language.French,
        Life = Life.InService,
        Frames = [new Frame("look", 1, "sort", state)],
        StartedAt = Now,
        LastAt = Now,
    };

    private static Step Advance(Session session, Input input) =>
        ConversationEngine.Advance(session, input, Fund, new Surroundings(Now, new DateOnly(2026, 3, 5), Fund.Languages));
}
