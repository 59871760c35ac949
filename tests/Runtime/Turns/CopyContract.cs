using System.Collections.Immutable;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.Localization;
using ChatChannels.Host.Replay;
using ChatChannels.Runtime.Funds;
using ChatChannels.Runtime.Storage;
using ChatChannels.Runtime.Turns;
using ChatChannels.Services;
using ChatChannels.Services.Audit;
using ChatChannels.Tests.Runtime.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace ChatChannels.Tests.Runtime.Turns;

/// <summary>What comes again is answered as it was, and nothing happens twice: at once or days later, on any node, before and after a restart.</summary>
public abstract class CopyContract(StorageKind kind) : StorageTest(kind), IAsyncLifetime
{
    private const int Copies = 16;
    private static readonly DateTimeOffset Morning = new(2026, 3, 5, 9, 0, 0, TimeSpan.Zero);
    private readonly List<TurnRunner> _runners = [];
    private ReplayHost _service = null!;
    private Fund _fund = null!;

    async ValueTask IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        _service = await ReplayHost.Start(Morning);
        _fund = _service.Services.GetRequiredService<FundDirectory>().Find(new FundId("cnss-ma"))!;
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        _runners.ForEach(runner => runner.Dispose());
        await _service.DisposeAsync();
        await DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Copies_AtOnceOnOneNode_AreOneTurn()
    {
        var runner = Runner(Node);

        await AssertOneTurn([.. Enumerable.Range(0, Copies).Select(_ => runner)]);
    }

    [Fact]
    public async Task Copies_InOneGroupOfTheWriter_AreOneTurn() =>
        await AssertOneTurn([.. Enumerable.Range(0, Copies).Select(_ => Runner(Node))]); // each with locks of its own

    [Fact]
    public async Task Copies_AtOnceOnTwoNodes_AreOneTurn()
    {
        var (here, there) = (Runner(Node), Runner(await OtherNode()));

        await AssertOneTurn([.. Enumerable.Range(0, Copies).Select(n => n % 2 == 0 ? here : there)]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Copy_AfterOthersDaysLater_IsAnsweredAsThen(bool afterRestart)
    {
        var runner = Runner(Node);
        var first = await Take(runner, "first", "Bonjour");
        await Take(runner, "second", "1");
        await Take(runner, "third", "0");
        if (afterRestart)
        {
            await Reopen();
            runner = Runner(Node);
        }

        _service.Clock.Pass(TimeSpan.FromDays(7));

        Assert.Equal(first, await Take(runner, "first", "Bonjour"));
        Assert.Equal(3, await Count("turns"));
        await Take(runner, "fourth", "1");
        Assert.Equal(4, await Count("turns"));
    }

    [Fact]
    public async Task Copy_OnAnotherNodeThatRemembersLess_IsAnsweredAsThen()
    {
        var (here, there) = (Runner(Node), Runner(await OtherNode()));
        await Take(there, "first", "Bonjour");
        var second = await Take(here, "second", "1");
        await Take(here, "third", "0");

        Assert.Equal(second, await Take(there, "second", "1"));
        Assert.Equal(3, await Count("turns"));
    }

    private async Task AssertOneTurn(ImmutableArray<TurnRunner> runners)
    {
        await Take(runners[0], "first", "Bonjour");

        var replies = await Task.WhenAll(runners.Select(runner => Task.Run(() => Take(runner, "second", "1"), Stop)));

        Assert.Single(replies.Distinct(StringComparer.Ordinal), reply => reply is not null);
        Assert.Equal((2, 2), (await Count("turns"), await Count("inbox")));
        Assert.Equal(2, await Count("audit WHERE fact = 'sent'"));
    }

    /// <summary>A SQLite file belongs to one process.</summary>
    private async Task<Storehouse> OtherNode() => Bed.ManyNodes ? await Bed.Open() : Node;

    private TurnRunner Runner(Storehouse node)
    {
        var runner = new TurnRunner(
            node.Store, node.Inbox, _service.Services.GetRequiredService<TurnDecider>(), _service.Services.GetRequiredService<IIdSource>(), _service.Clock,
            Options.Create(new TurnsOptions()), NullLogger<TurnRunner>.Instance);
        _runners.Add(runner);
        return runner;
    }

    private Task<string?> Take(TurnRunner runner, string id, string text)
    {
        var address = new Address(Channel.Web, "c1");
        return runner.Take(new TurnRequest
        {
            Key = new SessionKey(_fund.Id, Channel.Web, "c1"),
            Fund = _fund,
            Address = address,
            Read = stored => new Reading.Fresh(stored is null ? new Input.Dialled([], Known: Language.French) : new Input.Said(text), id),
            Once = $"web c1 {id}",
            Along = _ => [new Change.Record(new AuditFact(_fund.Id, "sent", id, address, _service.Clock.GetUtcNow()))],
            Screens = new Numbered(),
            CanShow = _fund.Languages,
        });
    }

    /// <summary>Tells the screens of two turns apart.</summary>
    private sealed class Numbered : IScreens
    {
        public Screen Render(Prompt prompt) => new($"{prompt.Turn} {prompt.Text}", 0, 1);
    }
}
