using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using ChatChannels.Host.Replay;
using ChatChannels.Runtime.Storage;
using ChatChannels.Runtime.Storage.Keys;
using ChatChannels.Services;
using ChatChannels.Services.Cases;
using ChatChannels.Tests.Runtime.Storage;
using ChatChannels.Tests.Ussd;
using Microsoft.Extensions.DependencyInjection;

namespace ChatChannels.Tests.Host;

/// <summary>
/// While the store cannot count tries nobody's secret code is compared, nobody gets further, and nobody waits or sees why
/// (promise 11). Afterwards all goes on.
/// </summary>
public sealed partial class FailClosedTests
{
    private const int Callers = 6;

    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(2.5);
    private static readonly TimeSpan Recovery = TimeSpan.FromSeconds(5);

    public static TheoryData<StorageKind, string> Troubles => new()
    {
        { StorageKind.Sqlite, StoreTrouble.Locked },
        { StorageKind.Sqlite, StoreTrouble.Slow },
        { StorageKind.Sqlite, StoreTrouble.ReadOnly },
        { StorageKind.Sqlite, StoreTrouble.Closed },
        { StorageKind.Postgres, StoreTrouble.Locked },
        { StorageKind.Postgres, StoreTrouble.Slow },
        { StorageKind.Postgres, StoreTrouble.ReadOnly },
        { StorageKind.Postgres, StoreTrouble.Down },
        { StorageKind.Postgres, StoreTrouble.Closed },
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task SecretCode_StoreInTrouble_IsNotCompared(StorageKind kind, string trouble)
    {
        var database = kind is StorageKind.Postgres ? await PostgresServer.Create() : null;
        try
        {
            var (gate, secrets) = (new SlowStore.Gate(), new Counted());
            await using var service = await Start(gate, secrets, database);
            await using var store = new StoreTrouble(service, gate);
            await new Attack(service, store, secrets, trouble).Play();
        }
        finally
        {
            if (database is not null)
                await PostgresServer.Drop(database);
        }
    }

    private static Task<ReplayHost> Start(SlowStore.Gate gate, Counted secrets, string? database) => ReplayHost.Start(
        Scene.Now,
        builder =>
        {
            SlowStore.Put(builder, gate);
            builder.Services.AddSingleton<IAttempts>(provider => new GatedAttempts(provider.GetRequiredService<Storehouse>().Attempts, gate));
            builder.Services.AddSingleton<ISecrets>(provider => secrets.Around(new KeyedSecrets(provider.GetRequiredService<KeyRing>())));
        },
        [
            "--Pages:DeadlineSeconds", "1", "--Logging:LogLevel:Default", "None",
            .. database is null ? [] : new[] { "--Storage:Kind", "Postgres", "--Storage:ConnectionString", $"{database};Timeout=2;Command Timeout=30" },
        ]);

    /// <summary>Several callers and visitors with the right code, at the moment of the trouble.</summary>
    private sealed class Attack(ReplayHost service, StoreTrouble store, Counted secrets, string trouble)
    {
        private string _number = "";
        private string _code = "";

        public async Task Play()
        {
            await File();
            var lines = Enumerable.Range(0, Callers).Select(caller => Caller(caller)).ToList();
            foreach (var line in lines)
                await BeforeCode(line);
            var (versions, checks) = (Versions(lines), secrets.Asked);

            await store.Begin(trouble);
            await Task.WhenAll([.. lines.Select(RefusedByPhone), RefusedOnPage("receipts"), RefusedOnPage("cases"), NotReady()]);

            Assert.Equal(checks, secrets.Asked);
            Assert.Equal(versions, Versions(lines));
            if (trouble is not StoreTrouble.Closed)
                await Recover();
        }

        private Line Caller(int caller) => new(service.Http) { Phone = $"+2376500{caller + 20_000}" };

        private async Task File()
        {
            var walk = Walk.Sample(0);
            await walk.Through(new Line(service.Http) { Phone = walk.Phone });
            var receipt = service.Store.Last!.Answers;
            (_number, _code) = (receipt[CaseAccess.NumberAnswer]!, receipt[CaseAccess.CodeAnswer]!);
        }

        private async Task BeforeCode(Line line)
        {
            await line.Hop("");
            foreach (var answer in new[] { "1", "2", _number })
                Assert.StartsWith("CON ", await line.Type(answer), StringComparison.Ordinal);
        }

        private List<long> Versions(List<Line> lines) =>
            [.. lines.Select(line => service.Store.Sessions.Last(session => session.Key == Scene.Key(line)).Version)];

        private async Task RefusedByPhone(Line line)
        {
            var watch = Stopwatch.StartNew();
            var reply = await line.Type(_code);

            Assert.InRange(watch.Elapsed, TimeSpan.Zero, Promised);
            Assert.Matches(Neutral(), reply);
        }

        private async Task RefusedOnPage(string door)
        {
            using var form = new FormUrlEncodedContent([KeyValuePair.Create("code", _code)]);
            var watch = Stopwatch.StartNew();
            using var response = await service.Http.PostAsync(new Uri($"/{door}/{_number}?lang=fr", UriKind.Relative), form, Stop);
            var page = await response.Content.ReadAsStringAsync(Stop);

            Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
            Assert.InRange(watch.Elapsed, TimeSpan.Zero, Promised);
            Assert.Contains("référence", page, StringComparison.Ordinal);
            Assert.DoesNotMatch(Inside(), page);
        }

        /// <summary>The balancer must hear of it, and in time.</summary>
        private async Task NotReady()
        {
            if (trouble is StoreTrouble.Slow)
                return; // the gate stands before the store
            var watch = Stopwatch.StartNew();
            using var response = await service.Http.GetAsync(new Uri("/health/ready", UriKind.Relative), Stop);

            Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy"), (response.StatusCode, await response.Content.ReadAsStringAsync(Stop)));
            Assert.InRange(watch.Elapsed, TimeSpan.Zero, Promised);
        }

        private async Task Recover()
        {
            await store.End(trouble);
            var watch = Stopwatch.StartNew();
            var opened = "";
            for (var caller = Callers; !opened.Contains("ESSAI", StringComparison.Ordinal) && watch.Elapsed < Recovery; caller++)
                opened = await Open(Caller(caller));

            Assert.Contains("ESSAI", opened, StringComparison.Ordinal);
            Assert.True(secrets.Asked > 0);
        }

        private async Task<string> Open(Line line)
        {
            var reply = await line.Hop("");
            foreach (var answer in new[] { "1", "2", _number, _code }.TakeWhile(_ => reply.StartsWith("CON ", StringComparison.Ordinal)))
                reply = await line.Type(answer);
            return reply;
        }
    }

    /// <summary>In trouble or slow, with a reference, and nothing else.</summary>
    [GeneratedRegex(@"\AEND [^\n]*\(référence [0-9]{6}\)[^\n]*\z", RegexOptions.NonBacktracking)]
    private static partial Regex Neutral();

    [GeneratedRegex("Exception|SQLite|Npgsql|ChatChannels|ESSAI|   at ", RegexOptions.NonBacktracking)]
    private static partial Regex Inside();

    private sealed class GatedAttempts(IAttempts attempts, SlowStore.Gate gate) : IAttempts
    {
        public async Task<IReadOnlyList<int>> Count(IReadOnlyList<string> subjects, DateOnly day, CancellationToken cancellation)
        {
            await gate.Pass().WaitAsync(cancellation);
            return await attempts.Count(subjects, day, cancellation);
        }

        public Task GiveBack(string subject, DateOnly day, CancellationToken cancellation) => attempts.GiveBack(subject, day, cancellation);

        public Task Forgive(string subject, CancellationToken cancellation) => attempts.Forgive(subject, cancellation);
    }

    /// <summary>How often a secret was hashed: nothing is compared without.</summary>
    private sealed class Counted
    {
        private int _asked;

        public int Asked => _asked;

        public ISecrets Around(ISecrets secrets) => new Around_(this, secrets);

        private sealed class Around_(Counted counted, ISecrets secrets) : ISecrets
        {
            public string Hash(string subject, string secret)
            {
                Interlocked.Increment(ref counted._asked);
                return secrets.Hash(subject, secret);
            }
        }
    }
}
