using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Localization;
using ChatChannels.Services.Actions;
using ChatChannels.Services.HandOvers;
using ChatChannels.Tests.Pages;
using Funds = ChatChannels.Tests.Conversation.Engine.Funds;

namespace ChatChannels.Tests.Services.HandOvers;

/// <summary>The queue for agents cannot be filled by one visitor: a chat costs nothing, an address of one's own does.</summary>
public sealed class AgentQueueTests
{
    private static readonly FundId Fund = new("cnps-cm");
    private static readonly DateTimeOffset Thursday = new(2026, 3, 5, 9, 0, 0, TimeSpan.Zero);

    private readonly Crowd _waiting = new();

    [Fact]
    public async Task Ask_ManyChatsOfOneNetwork_GetATenthOfThePlaces()
    {
        var answers = new List<string>();
        for (var chat = 0; chat < 30; chat++)
            answers.Add(await Ask(new NetworkOrigin(0xCB007101)));

        Assert.Equal(3, answers.Count(exit => exit is Effect.Perform.AgentsOpen));
        Assert.All(answers[3..], exit => Assert.Equal(Effect.Perform.AgentsFull, exit));
        Assert.Equal(Effect.Perform.AgentsOpen, await Ask(new NetworkOrigin(0xCB007102)));
        Assert.Equal(Effect.Perform.AgentsOpen, await Ask(null));
    }

    [Fact]
    public async Task Ask_AfterOneOfTheNetworkLeft_GetsAPlaceAgain()
    {
        var network = new NetworkOrigin(0xCB007101);
        for (var chat = 0; chat < 3; chat++)
            await Ask(network);
        Assert.Equal(Effect.Perform.AgentsFull, await Ask(network));

        _waiting.All[0] = _waiting.All[0] with { State = HandOverState.Left };

        Assert.Equal(Effect.Perform.AgentsOpen, await Ask(network));
    }

    [Fact]
    public async Task Ask_Network_IsKeptAsAHashOnly()
    {
        var network = new NetworkOrigin(0xCB007101);
        await Ask(network);

        Assert.DoesNotContain("cb007101", Assert.Single(_waiting.All).Origin!, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Ask_NobodySignedIn_IsAway()
    {
        var answer = await new FindAgentsAction(_waiting, new Presence(false), new FakeSecrets(), new CountingIds()).Perform(Request(null), TestContext.Current.CancellationToken);

        Assert.Equal(Effect.Perform.AgentsAway, answer.Outcome.Exit);
        Assert.Empty(answer.Outcome.Values);
    }

    private async Task<string> Ask(NetworkOrigin? network)
    {
        var answer = await new FindAgentsAction(_waiting, new Presence(true), new FakeSecrets(), new CountingIds()).Perform(Request(network), TestContext.Current.CancellationToken);
        if (answer.Outcome.Exit is Effect.Perform.AgentsOpen)
            _waiting.Add(answer.Outcome.Values[Effect.Perform.Origin]);
        return answer.Outcome.Exit;
    }

    private static ActionRequest Request(NetworkOrigin? network) => new()
    {
        Fund = Funds.Directory.Find(Fund)!,
        Service = "",
        Address = new Address(Channel.Web, "c1"),
        Network = network,
        Language = Language.French,
        Answers = AnswerSheet.None,
        Now = Thursday,
        Today = DateOnly.FromDateTime(Thursday.DateTime),
    };

    private sealed class Presence(bool isIn) : IAgentPresence
    {
        public bool IsAnyoneIn(FundId fund) => isIn;
    }

    private sealed class Crowd : IHandOvers
    {
        public List<HandOver> All { get; } = [];

        public void Add(string origin) => All.Add(new HandOver
        {
            Id = $"{All.Count}",
            Session = new SessionKey(Fund, Channel.Web, $"{All.Count}"),
            Address = new Address(Channel.Web, $"{All.Count}"),
            Way = "",
            Language = Language.French,
            State = HandOverState.Waiting,
            Origin = origin,
            AskedAt = Thursday,
            Due = Thursday,
        });

        public Task<HandOver?> Find(FundId fund, string id, CancellationToken cancellation) => Task.FromResult(All.Find(handOver => string.Equals(handOver.Id, id, StringComparison.Ordinal)));

        public Task<IReadOnlyList<HandOver>> Open(FundId fund, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<HandOver>>(All);

        public Task<int> Waiting(FundId fund, string? before, CancellationToken cancellation) => Task.FromResult(All.Count(handOver => handOver.State is HandOverState.Waiting));

        public Task<IReadOnlyList<HandOverWords>> Words(HandOver handOver, long after, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<HandOverWords>>([]);

        public Task<IReadOnlyList<HandOver>> Due(DateTimeOffset now, int limit, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<HandOver>>([]);

        public Task<int> Sweep(DateTimeOffset before, CancellationToken cancellation) => Task.FromResult(0);
    }
}
