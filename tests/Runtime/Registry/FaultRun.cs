using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using ChatChannels.Host.Replay;
using ChatChannels.ReferenceRegister;
using ChatChannels.Runtime.Registry.Late;
using ChatChannels.Services;
using ChatChannels.Tests.Ussd;
using Microsoft.Extensions.DependencyInjection;

namespace ChatChannels.Tests.Runtime.Registry;

/// <summary>The whole service with a fund's register behind it that can be broken, and people who call meanwhile.</summary>
internal sealed class FaultRun : IAsyncDisposable
{
    private const string Token = "token-of-the-fault-run";
    private const string Born = "1980-03-14";

    /// <summary>From here on people are in no register.</summary>
    private const int Strangers = 50_000;

    private readonly ConcurrentQueue<(TimeSpan Took, string Reply)> _hops = [];
    private readonly List<Change> _changes = [];
    private readonly RegisterBook _book = new();
    private ReferenceServer _server = null!;
    private ReplayHost _service = null!;
    private int _sessions;

    public Faults Faults { get; } = new(seed: 20261121);

    public RegisterBook Book => _book;

    /// <summary>The longest that a hop took.</summary>
    public TimeSpan Slowest => _hops.Max(hop => hop.Took);

    /// <summary>Everything that was committed, from the beginning.</summary>
    public IReadOnlyList<Change> Changes
    {
        get
        {
            _changes.AddRange(_service.Store.TakeChanges());
            return _changes;
        }
    }

    /// <summary>How a call ended.</summary>
    internal sealed record Ended(int Person, bool IsKnown, string Screen);

    public static async Task<FaultRun> Start(int people)
    {
        var run = new FaultRun();
        for (var n = 0; n < people; n++)
        {
            run._book.Put(Person(n));
            run._book.Put(Claim(n));
        }

        run._server = await ReferenceServer.Start(run._book, run.Faults, Token);
        run._service = await ReplayHost.Start(
            Scene.Now,
            "--Register:Remotes:0:Fund", "cnops-ma", "--Register:Remotes:0:Url", run._server.Url.ToString(), "--Register:Remotes:0:Token", Token,
            "--Logging:LogLevel:Default", "None");
        return run;
    }

    /// <summary>The clock goes on.</summary>
    public void Pass(TimeSpan time) => _service.Clock.Pass(time);

    /// <summary>People ask for a certificate, some at once, and one in four of them is in no register.</summary>
    public Task<IReadOnlyList<Ended>> AskForCertificates(int from, int people) =>
        Together(from, people, n => Call(n, "1", "3", "1", "1", IdOf(n), NumberOf(n), "14031980", "1"));

    /// <summary>People look at their claims.</summary>
    public Task<IReadOnlyList<Ended>> AskForClaims(int from, int people) =>
        Together(from, people, n => Call(n, "1", "2", "1", IdOf(n), NumberOf(n), "14031980"));

    /// <summary>Everything that waits is tried, until nothing is left or the time is up.</summary>
    public async Task Settle(TimeSpan atMost)
    {
        var (courier, answers) = (_service.Services.GetRequiredService<RequestCourier>(), _service.Services.GetRequiredService<LateAnswerRun>());
        for (var passed = TimeSpan.Zero; passed <= atMost; passed += TimeSpan.FromMinutes(10))
        {
            await courier.Round(CancellationToken.None);
            await answers.Round(CancellationToken.None);
            Pass(TimeSpan.FromMinutes(10));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        await _server.DisposeAsync();
    }

    public static string PhoneOf(int person) => string.Create(CultureInfo.InvariantCulture, $"+2126000{person:00000}");

    public static string NumberOf(int person) => string.Create(CultureInfo.InvariantCulture, $"2{person:00000000}");

    public static string ClaimOf(int person) => string.Create(CultureInfo.InvariantCulture, $"77{person:00000}");

    private static string IdOf(int person) => string.Create(CultureInfo.InvariantCulture, $"AB{person:000000}");

    private static RegisteredClaim Claim(int n) => new()
    {
        Number = NumberOf(n),
        ChangedAt = Scene.Now,
        Claim = ClaimOf(n),
        State = "in-progress",
        FiledOn = new DateOnly(2026, 2, 1),
    };

    private static RegisteredPerson Person(int n) => new()
    {
        Number = NumberOf(n),
        Phone = PhoneOf(n),
        PhoneSince = new DateOnly(2024, 1, 10),
        PaymentMode = "transfer",
        Names = "SALMA EXEMPLE",
        Facts = ImmutableSortedDictionary<string, string>.Empty.Add("id-number", IdOf(n)).Add("insured-number", NumberOf(n)).Add("birth-date", Born),
    };

    private async Task<IReadOnlyList<Ended>> Together(int from, int people, Func<int, Task<string>> call)
    {
        var ends = new List<Ended>();
        foreach (var callers in Enumerable.Range(from, people).Select(n => n % 4 == 3 ? n + Strangers : n).Chunk(8))
        {
            ends.AddRange(await Task.WhenAll(callers.Select(async n => new Ended(n, n < Strangers, await call(n)))));
            Pass(TimeSpan.FromSeconds(10)); // so that a register that was left alone is asked again
        }

        return ends;
    }

    /// <summary>A call that types one thing after the other until it ends; gives the last screen.</summary>
    private async Task<string> Call(int person, params string[] typed)
    {
        var line = new Line(_service.Http) { Session = $"ATUid_{Interlocked.Increment(ref _sessions)}", Phone = PhoneOf(person), Code = "*212*2#" };
        var reply = await Timed(() => line.Hop(""));
        for (var i = 0; i < typed.Length && reply.StartsWith("CON", StringComparison.Ordinal); i++)
        {
            var answer = typed[i];
            reply = await Timed(() => line.Type(answer));
        }

        return reply;
    }

    private async Task<string> Timed(Func<Task<string>> hop)
    {
        var watch = Stopwatch.StartNew();
        var reply = await hop();
        _hops.Enqueue((watch.Elapsed, reply));
        return reply;
    }
}
