using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Localization;
using ChatChannels.Runtime.Storage;
using ChatChannels.Services;
using ChatChannels.Services.Requests;
using ChatChannels.Tests.Runtime.Storage;
using static ChatChannels.Tests.Runtime.Storage.Samples;

namespace ChatChannels.Tests.Runtime.Registry;

/// <summary>What waits for a register waits on any store, and is settled once.</summary>
public abstract class RegisterOutboxContract(StorageKind kind) : StorageTest(kind)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Take_Due_OldestFirstAndWhole()
    {
        var (late, early, open) = (Request(2), Request(1), Request(3) with { Member = "" });
        var question = Question(1);
        await Commit(Unit(null, new Change.Ask(late), new Change.AskLater(question)), Unit(Turn(Session("x")), new Change.Ask(early), new Change.Ask(open)));
        await Reopen();

        var due = await Node.RegisterOutbox.TakeRequests(Noon.AddMinutes(5), Lease, 10, Stop);

        Assert.Equal([early.ToString(), late.ToString(), open.ToString()], due.Select(d => d.What.ToString()), StringComparer.Ordinal);
        Assert.Equal([early.Id, late.Id, open.Id], due.Select(d => d.What.Id));
        Assert.Equal(Shape.Of(early), Shape.Of(due[0].What));
        Assert.Equal(3, await Node.RegisterOutbox.Waiting(Stop));
        var asked = Assert.Single(await Node.RegisterOutbox.TakeQuestions(Noon.AddMinutes(5), Lease, 10, Stop));
        Assert.Equal(Shape.Of(question), Shape.Of(asked.What));
        Assert.Empty(await Node.RegisterOutbox.TakeRequests(Noon.AddMinutes(5), Lease, 10, Stop));
        Assert.Equal(2, (await Node.RegisterOutbox.TakeRequests(Noon.AddMinutes(6), Lease, 1, Stop))[0].Tries);
    }

    [Fact]
    public async Task Settle_ForGood_StaysSo()
    {
        var request = Request(0);
        await Commit(Unit(null, new Change.Ask(request)));
        await Node.RegisterOutbox.Settle(request.Id, DeliveryState.Waiting, Noon.AddSeconds(10), Noon, Stop);
        Assert.Empty(await Node.RegisterOutbox.TakeRequests(Noon.AddSeconds(9), Lease, 10, Stop));
        await Node.RegisterOutbox.Settle(request.Id, DeliveryState.Delivered, null, Noon, Stop);

        await Node.RegisterOutbox.Settle(request.Id, DeliveryState.Waiting, Noon, Noon, Stop); // a node whose lease had run out

        Assert.Empty(await Node.RegisterOutbox.TakeRequests(Noon.AddMinutes(10), Lease, 10, Stop));
        Assert.Equal(0, await Node.RegisterOutbox.Waiting(Stop));
    }

    [Fact]
    public async Task AnswerLate_ManyAtOnce_IsWonOnce()
    {
        var question = Question(0);
        await Commit(Unit(null, new Change.AskLater(question)));

        var results = await Task.WhenAll(Enumerable.Range(0, 16).Select(n =>
            Node.Store.Commit(Unit(null, new Change.AnswerLate(question, Noon), new Change.Send(Message(n))), Stop)));

        Assert.Equal(1, results.Count(result => result is CommitResult.Committed));
        Assert.Equal(1, await Count("outbox"));
    }

    private static RegisterRequest Request(int minute) => new()
    {
        Id = Message().Id,
        Fund = Fund,
        Kind = $"kind-{minute}",
        Member = "100000001",
        Filer = Phone(),
        Answers = AnswerSheet.None.With("rib", "011519000001205000534921"),
        Reference = "12345678",
        At = Noon.AddMinutes(minute),
    };

    private static LateQuestion Question(int minute) => new()
    {
        Id = Message().Id,
        Fund = Fund,
        Topic = LateTopic.Claims,
        Facts = AnswerSheet.None.With("id-number", "AB1"),
        Caller = Phone(),
        Language = Language.Arabic,
        Reference = "12345678",
        At = Noon.AddMinutes(minute),
        Expires = Noon.AddDays(7),
    };
}
