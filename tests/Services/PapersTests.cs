using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.Localization;
using ChatChannels.Services;
using ChatChannels.Services.Actions;
using ChatChannels.Services.Cases;
using ChatChannels.Services.Documents;
using ChatChannels.Services.Messages;
using ChatChannels.Tests.Conversation.Engine;
using ChatChannels.Tests.Pages;

namespace ChatChannels.Tests.Services;

/// <summary>The papers that a flow asked for are filed with the case, sent a link for, or awaited.</summary>
public sealed class PapersTests
{
    private const string Answer = "income-proof";
    private const string Number = "0000000018";

    private static readonly DateTimeOffset Now = new(2026, 3, 5, 9, 0, 0, TimeSpan.Zero);
    private static readonly Address Caller = new(Channel.WhatsApp, "+237650000011");
    private static readonly Document Photo = new(new Guid(1, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]), Funds.Sample.Id, "image/png", [1], Now);

    private readonly PaperDocuments _documents = new();

    [Fact]
    public async Task File_Sent_GoesToTheCase()
    {
        _documents.Loose.Add((Photo, Caller));

        var filed = await File(Sent());

        Assert.Empty(filed.Awaits);
        Assert.Equal(State.Attach.Sent, filed.Answers[Answer]);
        var change = Assert.Single(filed.Changes.OfType<Change.FileDocument>());
        Assert.Equal((Photo, Number, Answer), (change.Document, change.Case, change.Paper));
        Assert.Equal("document-filed", Assert.Single(filed.Changes.OfType<Change.Record>()).Fact.Fact);
    }

    [Fact]
    public async Task File_SentByAnother_IsAwaited()
    {
        _documents.Loose.Add((Photo, Caller with { Value = "+237650000012" }));

        var filed = await File(Sent());

        Assert.Equal([Answer], filed.Awaits, StringComparer.Ordinal);
        Assert.Equal(State.Attach.Agency, filed.Answers[Answer]);
        Assert.Empty(filed.Changes);
    }

    [Fact]
    public async Task File_SentAndForgottenMeanwhile_IsAwaited() => Assert.Equal([Answer], (await File(Sent())).Awaits, StringComparer.Ordinal);

    [Fact]
    public async Task File_SentAndFiledBefore_StaysSent()
    {
        var filed = await File(Sent(), before: Sent());

        Assert.Empty(filed.Awaits);
        Assert.Empty(filed.Changes);
    }

    [Fact]
    public async Task File_ByLink_SendsOneForThatPaperAndAwaitsIt()
    {
        var filed = await File(By(State.Attach.Link));

        Assert.Equal([Answer], filed.Awaits, StringComparer.Ordinal);
        var issued = Assert.Single(filed.Changes.OfType<Change.IssueLink>());
        var link = Assert.IsType<DocumentLink>(issued.Link);
        Assert.Equal((Number, Answer, Caller.Value, Now.AddDays(7)), (link.Case, link.Paper, link.Phone, link.Expires));
        Assert.Equal(["image/jpeg", "image/png", "application/pdf"], link.Accepts, StringComparer.Ordinal);
        var sms = Assert.Single(filed.Changes.OfType<Change.Send>()).Message;
        Assert.Equal((Channel.Sms, Caller.Value), (sms.Channel, sms.To));
        Assert.EndsWith($"https://fund.example/papers/{link.Fund}/{issued.Token}", sms.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_ByLinkAsBefore_SendsNoneTwiceUnlessAskedTo()
    {
        var again = By(State.Attach.Link);

        Assert.Empty((await File(again, before: again)).Changes);
        Assert.Single((await File(again, before: again, anew: true)).Changes.OfType<Change.IssueLink>());
    }

    [Theory]
    [InlineData(State.Attach.Link)]
    [InlineData(State.Attach.Agency)]
    public async Task File_ThatCameMeanwhile_IsNotAskedForAgain(string way)
    {
        var filed = await File(By(way), before: Sent(), anew: true);

        Assert.Empty(filed.Awaits);
        Assert.Equal(State.Attach.Sent, filed.Answers[Answer]);
        Assert.Empty(filed.Changes);
    }

    [Fact]
    public async Task File_ByLinkWhereNoPhoneIsKnown_IsAwaitedWithoutOne()
    {
        var filed = await File(By(State.Attach.Link), from: new Address(Channel.Web, "5f3a"));

        Assert.Equal([Answer], filed.Awaits, StringComparer.Ordinal);
        Assert.Empty(filed.Changes);
    }

    [Fact]
    public async Task File_Skipped_AwaitsNothing() => Assert.Empty((await File(AnswerSheet.None.Skipping(Answer))).Awaits);

    [Fact]
    public void Told_NothingAwaited_IsNoAnswer() => Assert.All(Papers.Told(Funds.Sample, []), told => Assert.Empty(told.Value));

    private static AnswerSheet By(string way) => AnswerSheet.None.With(Answer, way);

    private static AnswerSheet Sent() => By(State.Attach.Sent).With(State.Attach.DocumentOf(Answer), Photo.Id.ToString("D"));

    private Task<FiledPapers> File(AnswerSheet answers, AnswerSheet? before = null, bool anew = false, Address? from = null)
    {
        var ids = new CountingIds();
        var request = new ActionRequest
        {
            Fund = Funds.Sample,
            Service = "pre-registration",
            Address = from ?? Caller,
            Language = Language.French,
            Answers = answers,
            Now = Now,
            Today = new DateOnly(2026, 3, 5),
        };
        var holder = new PaperHolder(Number, Number, answers.Without(State.Attach.DocumentOf(Answer)))
        {
            Before = before is null ? null : SampleCase.In(CaseState.Registered) with { Answers = before },
            Anew = anew,
        };
        return new Papers(_documents, new PaperLinks(ids, new MessageWriter(ids, new Uri("https://fund.example/")))).File(request, holder, TestContext.Current.CancellationToken);
    }
}
