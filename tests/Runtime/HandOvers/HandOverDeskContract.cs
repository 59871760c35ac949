using ChatChannels.Conversation;
using ChatChannels.Host.Replay;
using ChatChannels.Runtime.HandOvers;
using ChatChannels.Runtime.Ids;
using ChatChannels.Runtime.Storage;
using ChatChannels.Runtime.Storage.Keys;
using ChatChannels.Services;
using ChatChannels.Services.HandOvers;
using ChatChannels.Tests.Bot.DirectLine;
using ChatChannels.Tests.Runtime.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace ChatChannels.Tests.Runtime.HandOvers;

/// <summary>What the desk promises agents, through real chats, on every store and, where it may have them, on two nodes.</summary>
public abstract class HandOverDeskContract(StorageKind kind) : IAsyncLifetime
{
    private const int Agents = 64;
    private const int Rounds = 10;

    private readonly List<ReplayHost> _nodes = [];
    private StorageBed _bed = null!;
    private int _said;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private ReplayHost Node => _nodes[0];

    public async ValueTask InitializeAsync()
    {
        _bed = await StorageBed.Create(kind);
        await Start();
    }

    public async ValueTask DisposeAsync()
    {
        await Close();
        await _bed.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Take_SixtyFourAgentsAtOnceOnAllNodes_IsWonByOneAndTheOthersAreRefused()
    {
        if (_bed.ManyNodes)
            await Start();
        var line = await ChatLine.Started(Node);
        for (var round = 0; round < Rounds; round++)
        {
            var waiting = await Asked(line);

            var answers = await Task.WhenAll(Enumerable.Range(0, Agents)
                .Select(async n => (Agent: $"agent-{n}", Answer: await Desk(_nodes[n % _nodes.Count]).Take(waiting, $"agent-{n}"))));

            var winner = Assert.Single(answers, answer => answer.Answer is DeskAnswer.Done).Agent;
            Assert.Equal(Agents - 1, answers.Count(answer => answer.Answer is DeskAnswer.Refused));
            Assert.Equal(winner, (await Find(waiting)).Agent);
            Assert.Equal(DeskAnswer.Done, await Desk(Node).Take(waiting, winner)); // the answer was lost, and it is asked again
            Assert.Equal(round + 1, await Heard(line, "Un agent est maintenant avec vous"));
            Assert.Equal(DeskAnswer.Done, await Desk(Node).Return(waiting, winner));
        }
    }

    [Fact]
    public async Task Say_TheSameManyTimesAtOnce_IsSaidOnce()
    {
        var line = await ChatLine.Started(Node);
        var taken = await Taken(line);

        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Desk(Node).Say(taken, "ada", "m1", "Votre carte est prête.")));

        Assert.All(answers, answer => Assert.Equal(DeskAnswer.Done, answer));
        Assert.Equal(1, await Heard(line, "Agent : Votre carte est prête."));
        Assert.Single(await Desk(Node).Words(taken, 0, Stop));
    }

    [Fact]
    public async Task SayAndReturn_ByWhoDidNotTakeOrWhenItIsOver_AreRefusedAndNotHeard()
    {
        var line = await ChatLine.Started(Node);
        var waiting = await Asked(line);
        Assert.Equal(DeskAnswer.Refused, await Desk(Node).Say(waiting, "ada", "m1", "trop tôt"));
        await Desk(Node).Take(waiting, "ada");
        Assert.Equal(DeskAnswer.Refused, await Desk(Node).Say(waiting, "eve", "m2", "une autre"));
        Assert.Equal(DeskAnswer.Refused, await Desk(Node).Return(waiting, "eve"));
        await line.Say("00");

        Assert.Equal(DeskAnswer.Refused, await Desk(Node).Say(waiting, "ada", "m3", "trop tard"));
        Assert.Equal(DeskAnswer.Refused, await Desk(Node).Return(waiting, "ada"));
        Assert.Equal(0, await Heard(line, "trop") + await Heard(line, "une autre"));
        Assert.Equal(HandOverState.Left, (await Find(waiting)).State);
        Assert.Empty(await Desk(Node).Open(waiting.Fund, Stop));
    }

    [Fact]
    public async Task Restart_InTheMiddle_LosesNothingOfTheHandOverOrTheAnswers()
    {
        var line = await ChatLine.Started(Node);
        await Say(line, "1");
        await Say(line, "1");
        var waiting = await Asked(line);
        await line.Say("première question", "q1");
        await Restart();
        line = line.On(Node.Http);
        await line.Say("deuxième question", "q2");
        Assert.Equal(DeskAnswer.Done, await Desk(Node).Take(Assert.Single(await Desk(Node).Open(waiting.Fund, Stop)), "ada"));
        await Restart();
        line = line.On(Node.Http);
        await line.Say("troisième question", "q3");

        Assert.Equal(DeskAnswer.Done, await Desk(Node).Say(waiting, "ada", "m1", "Une réponse à tout."));
        Assert.Equal(
            ["première question", "deuxième question", "troisième question", "Une réponse à tout."],
            (await Desk(Node).Words(waiting, 0, Stop)).Select(words => words.Text), StringComparer.Ordinal);
        Assert.Equal(DeskAnswer.Done, await Desk(Node).Return(waiting, "ada"));
        Assert.Equal("surname", Node.Store.Last!.Top.State);
    }

    [Fact]
    public async Task Erase_PersonWhoWaits_IsGoneFromTheDesk()
    {
        var line = await ChatLine.Started(Node);
        var waiting = await Asked(line);
        await line.Say("mon numéro est 655123456");

        var keys = Node.Services.GetRequiredService<KeyRing>();
        Assert.True(await keys.Erase(keys.OwnerOfAddress(waiting.Fund, line.Conversation), Stop));

        Assert.Empty(await Desk(Node).Open(waiting.Fund, Stop));
        Assert.Empty(await Desk(Node).Words(waiting, 0, Stop));
        Assert.Equal(DeskAnswer.Refused, await Desk(Node).Take(waiting, "ada"));
    }

    [Fact]
    public async Task Round_AgentAnsweredInTheLastMoment_LeavesThePersonWithTheAgent()
    {
        var line = await ChatLine.Started(Node);
        var taken = await Taken(line);
        Node.Clock.Pass(TimeSpan.FromMinutes(11));
        var due = Assert.Single(await Node.Services.GetRequiredService<IHandOvers>().Due(Node.Clock.GetUtcNow(), 9, Stop));
        Assert.Equal(DeskAnswer.Done, await Desk(Node).Say(taken, "ada", "m1", "me voici"));

        // The round had read it as due before the agent spoke.
        await Round(Node, due).Pass(Stop);

        Assert.Equal(HandOverState.Agent, (await Find(taken)).State);
        Assert.Equal(0, await Heard(line, "Aucun agent n’a pu"));
    }

    [Fact]
    public async Task Round_PersonIsInAnotherConversationByNow_EndsItUnheard()
    {
        var line = await ChatLine.Started(Node);
        var waiting = await Asked(line);
        Node.Clock.Pass(TimeSpan.FromHours(25));
        await line.Begin();

        Assert.Equal(1, await Node.Services.GetRequiredService<HandOverRound>().Pass(Stop));
        Assert.Equal(HandOverState.Expired, (await Find(waiting)).State);
        Assert.Equal(0, await Node.Services.GetRequiredService<HandOverRound>().Pass(Stop));
    }

    private static IHandOverDesk Desk(ReplayHost node) => node.Services.GetRequiredService<IHandOverDesk>();

    private static HandOverRound Round(ReplayHost node, HandOver due) => new(
        new Stale(node.Services.GetRequiredService<IHandOvers>(), due),
        node.Services.GetRequiredService<HandOverTurns>(),
        node.Services.GetRequiredService<IStore>(),
        node.Clock);

    /// <summary>Says something new, though the words may be those of before.</summary>
    private async Task Say(ChatLine line, string text) => await line.Say(text, FormattableString.Invariant($"{++_said}"));

    private async Task<HandOver> Asked(ChatLine line)
    {
        await Say(line, "97");
        await Say(line, "1");
        return Assert.Single(await Desk(Node).Open(new FundId("cnps-cm"), Stop));
    }

    private async Task<HandOver> Taken(ChatLine line)
    {
        var waiting = await Asked(line);
        Assert.Equal(DeskAnswer.Done, await Desk(Node).Take(waiting, "ada"));
        return waiting;
    }

    private async Task<HandOver> Find(HandOver handOver) => (await Node.Services.GetRequiredService<IHandOvers>().Find(handOver.Fund, handOver.Id, Stop))!;

    private static async Task<int> Heard(ChatLine line, string begins) => (await line.All())
        .Count(activity => (string?)activity["from"]!["role"] is "bot" && ((string)activity["text"]!).StartsWith(begins, StringComparison.Ordinal));

    private async Task Start() => _nodes.Add((await ReplayHost.Start(
        ChatLine.Now,
        builder => builder.Services.AddSingleton<IIdSource, RandomIds>(),
        [
            "--Bot:DirectLine:Secrets:0:Fund", "cnps-cm", "--Bot:DirectLine:Secrets:0:Secret", ChatLine.Secret,
            "--Storage:Kind", kind.ToString(), "--Storage:KeyFile", _bed.Options.KeyFile,
            .. _bed.ManyNodes ? ["--Storage:ConnectionString", _bed.Options.ConnectionString!] : new[] { "--Storage:Path", _bed.Options.Path },
        ])).WithAgent());

    private async Task Restart()
    {
        await Close();
        await Start();
    }

    private async Task Close()
    {
        foreach (var node in _nodes)
            await node.DisposeAsync();
        _nodes.Clear();
    }

    /// <summary>Says what was due, though it is no longer.</summary>
    private sealed class Stale(IHandOvers handOvers, HandOver due) : IHandOvers
    {
        public Task<IReadOnlyList<HandOver>> Due(DateTimeOffset now, int limit, CancellationToken cancellation) =>
            Task.FromResult<IReadOnlyList<HandOver>>([due]);

        public Task<HandOver?> Find(FundId fund, string id, CancellationToken cancellation) => handOvers.Find(fund, id, cancellation);

        public Task<IReadOnlyList<HandOver>> Open(FundId fund, CancellationToken cancellation) => handOvers.Open(fund, cancellation);

        public Task<int> Waiting(FundId fund, string? before, CancellationToken cancellation) => handOvers.Waiting(fund, before, cancellation);

        public Task<IReadOnlyList<HandOverWords>> Words(HandOver handOver, long after, CancellationToken cancellation) =>
            handOvers.Words(handOver, after, cancellation);

        public Task<int> Sweep(DateTimeOffset before, CancellationToken cancellation) => handOvers.Sweep(before, cancellation);
    }
}
