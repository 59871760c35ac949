using System.Globalization;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Localization;
using ChatChannels.Runtime.Storage;
using ChatChannels.Services;
using ChatChannels.Services.HandOvers;
using static ChatChannels.Tests.Runtime.Storage.Samples;

namespace ChatChannels.Tests.Runtime.Storage;

/// <summary>What every store promises of hand-overs.</summary>
public abstract class HandOverContract(StorageKind kind) : StorageTest(kind)
{
    private const int Agents = 64;
    private const int Rounds = 200;

    [Fact]
    public async Task Find_Asked_IsThereAfterRestartAndOfItsFundOnly()
    {
        var asked = Asked("a");
        await Commit(Keep(asked));
        await Reopen();

        Assert.Equal(asked, await Node.HandOvers.Find(Fund, "a", Stop));
        Assert.Null(await Node.HandOvers.Find(new FundId("fund-b"), "a", Stop));
        Assert.Null(await Node.HandOvers.Find(Fund, "b", Stop));
    }

    [Fact]
    public async Task Open_Several_AreInTheOrderInWhichTheyAskedWithoutThoseThatEnded()
    {
        await Commit(Keep(Asked("late", 9)), Keep(Asked("first", 1)), Keep(Asked("gone", 2)), Keep(Asked("taken", 3)), Keep(Asked("elsewhere", 0, fund: "fund-b")));
        await Commit(Keep(Move(Asked("gone", 2), HandOverTrigger.Leave)), Keep(Move(Asked("taken", 3), HandOverTrigger.Take)));

        Assert.Equal(["first", "taken", "late"], (await Node.HandOvers.Open(Fund, Stop)).Select(handOver => handOver.Id), StringComparer.Ordinal);
        Assert.Equal(2, await Node.HandOvers.Waiting(Fund, before: null, Stop));
        Assert.Equal(1, await Node.HandOvers.Waiting(Fund, "late", Stop));
        Assert.Equal(0, await Node.HandOvers.Waiting(Fund, "first", Stop));
    }

    [Fact]
    public async Task Commit_TakenBySixtyFourAgentsAtOnce_IsWonByOneEachRound()
    {
        var other = Bed.ManyNodes ? await Bed.Open() : Node;
        for (var round = 0; round < Rounds; round++)
        {
            var asked = Asked(round.ToString(CultureInfo.InvariantCulture));
            await Commit(Keep(asked));

            var results = await Task.WhenAll(Enumerable.Range(0, Agents).Select(async n =>
            {
                var taken = Move(asked, HandOverTrigger.Take) with { Agent = $"agent-{n}" };
                return (taken.Agent, Result: await (n % 2 == 0 ? Node : other).Store.Commit(Keep(taken), Stop));
            }));

            var winner = Assert.Single(results, result => result.Result is CommitResult.Committed);
            Assert.Equal(winner.Agent, (await Node.HandOvers.Find(Fund, asked.Id, Stop))!.Agent);
        }
    }

    [Fact]
    public async Task Words_OfBoth_AreInTheOrderOfTheTurnsAfterRestart()
    {
        var asked = Asked("a");
        await Commit(Keep(asked), Say(asked, 12, "مرحبا"), Say(asked, 9, "premier"), Say(asked, 10, "Agent ici", isAgents: true), Say(Asked("b"), 11, "autre"));
        await Reopen();

        var words = await Node.HandOvers.Words(asked, after: 0, Stop);

        Assert.Equal([(9L, false, "premier"), (10L, true, "Agent ici"), (12L, false, "مرحبا")], words.Select(said => (said.Number, said.IsAgents, said.Text)));
        Assert.Equal([12L], (await Node.HandOvers.Words(asked, after: 10, Stop)).Select(said => said.Number));
    }

    [Fact]
    public async Task Due_PastTheirTime_AreThoseStillOpenLongestDueFirst()
    {
        await Commit(Keep(Asked("b", 2)), Keep(Asked("a", 1)), Keep(Asked("c", 30)), Keep(Asked("gone", 0)));
        await Commit(Keep(Move(Asked("gone", 0), HandOverTrigger.Leave)));

        Assert.Equal(["a", "b"], (await Node.HandOvers.Due(Noon.AddMinutes(20), 9, Stop)).Select(handOver => handOver.Id), StringComparer.Ordinal);
        Assert.Equal(["a"], (await Node.HandOvers.Due(Noon.AddMinutes(20), 1, Stop)).Select(handOver => handOver.Id), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Sweep_EndedLongAgo_ForgetsThemWithTheirWords()
    {
        var (gone, open) = (Asked("gone"), Asked("open"));
        await Commit(Keep(gone), Say(gone, 1, "bonjour"), Keep(open), Say(open, 1, "bonsoir"), Keep(Move(gone, HandOverTrigger.Leave)));

        Assert.Equal(1, await Node.HandOvers.Sweep(Noon.AddDays(30), Stop));

        Assert.Null(await Node.HandOvers.Find(Fund, "gone", Stop));
        Assert.Equal(1, await Count("hand_over_words"));
        Assert.NotNull(await Node.HandOvers.Find(Fund, "open", Stop));
    }

    [Fact]
    public async Task Erase_Address_LeavesNothingAndNothingComesBack()
    {
        var asked = Asked("a");
        await Commit(Keep(asked), Say(asked, 1, "bonjour"));

        Assert.True(await Node.Keys.Erase(Node.Keys.OwnerOfAddress(Fund, asked.Address.Value), Stop));

        Assert.Equal(0, await Count("hand_overs") + await Count("hand_over_words"));
        Assert.Empty(await Node.HandOvers.Open(Fund, Stop));
        Assert.Equal(CommitResult.Clash, await Node.Store.Commit(Keep(Move(asked, HandOverTrigger.Take)), Stop));
        Assert.Equal(0, await Count("hand_overs"));
    }

    private static Unit Keep(HandOver handOver) => Unit(null, new Change.KeepHandOver(handOver));

    private static Unit Say(HandOver handOver, long number, string text, bool isAgents = false) =>
        Unit(null, new Change.KeepWords(handOver, new HandOverWords(number, isAgents, text, Noon)));

    private static HandOver Move(HandOver handOver, HandOverTrigger trigger) => HandOverLife.Move(handOver, trigger, Noon.AddMinutes(5))!;

    private static HandOver Asked(string id, int minute = 0, string? fund = null) => HandOverLife.Move(
        new HandOver
        {
            Id = id,
            Session = new SessionKey(fund is null ? Fund : new FundId(fund), Channel.Web, "5f3a"),
            Address = new Address(Channel.Web, "5f3a"),
            Way = "by here",
            Language = Language.Arabic,
            AskedAt = Noon.AddMinutes(minute),
            Due = Noon.AddMinutes(minute + 10),
        },
        HandOverTrigger.Ask,
        Noon.AddMinutes(minute))!;
}
