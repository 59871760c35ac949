using System.Diagnostics;
using ChatChannels.Conversation.Engine;
using ChatChannels.Host.Replay;
using ChatChannels.Hostility;
using ChatChannels.Runtime.Funds;
using ChatChannels.Runtime.Storage;
using ChatChannels.Runtime.Turns;
using ChatChannels.Services;
using ChatChannels.Services.Verification;
using ChatChannels.Tests.Runtime.Storage;
using ChatChannels.Tests.Ussd;
using Microsoft.Extensions.DependencyInjection;

namespace ChatChannels.Tests.Host;

/// <summary>While the store cannot count, no code is sent and none is compared (promise 11). Afterwards all goes on.</summary>
public sealed class CodeFailClosedTests
{
    private const int Lines = 50;

    private static readonly TimeSpan Recovery = TimeSpan.FromSeconds(5);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(FailClosedTests.Troubles), MemberType = typeof(FailClosedTests))]
    public async Task Code_StoreInTrouble_IsNeitherSentNorCompared(StorageKind kind, string trouble)
    {
        var database = kind is StorageKind.Postgres ? await PostgresServer.Create() : null;
        try
        {
            var gate = new SlowStore.Gate();
            await using var service = await ReplayHost.Start(
                Scene.Now,
                ["--Funds:Sample", "false", "--Logging:LogLevel:Default", "None", .. Storage(database)]);
            await using var store = new StoreTrouble(service, gate);
            var desk = Desk(service, gate);
            var codes = await Task.WhenAll(Enumerable.Range(0, Lines).Select(n => Send(desk, n, Stop)));
            var (compared, messages) = (desk.Secrets.Asked, service.Store.TakeChanges().Count(change => change is Change.Send));
            Assert.Equal(Lines, messages);

            await store.Begin(trouble);
            await Task.WhenAll([.. codes.Select((sent, n) => Refused(stop => Try(desk, sent, n, stop))), .. codes.Select((_, n) => Refused(stop => Send(desk, Lines + n, stop)))]);

            Assert.Equal(compared, desk.Secrets.Asked);
            Assert.Empty(service.Store.TakeChanges());
            if (trouble is StoreTrouble.Closed)
                return;
            await store.End(trouble);
            await Recovered(desk);
            Assert.All(await Task.WhenAll(codes.Select((sent, n) => Try(desk, sent, n, Stop))), exit => Assert.Equal("right", exit));
        }
        finally
        {
            if (database is not null)
                await PostgresServer.Drop(database);
        }
    }

    private static string[] Storage(string? database) =>
        database is null ? [] : ["--Storage:Kind", "Postgres", "--Storage:ConnectionString", $"{database};Timeout=2;Command Timeout=30"];

    private static CodeDesk Desk(ReplayHost service, SlowStore.Gate gate)
    {
        var house = service.Services.GetRequiredService<Storehouse>();
        return new CodeDesk(
            service.Services.GetRequiredService<FundDirectory>().Find(Scene.Fund)!,
            new CodePorts(
                service.Store, new GatedAllowances(house.Allowances, gate), new GatedChallenges(house.Challenges, gate), service.Services.GetRequiredService<ISecrets>()),
            service.Clock);
    }

    private static Task<SentCode> Send(CodeDesk desk, int n, CancellationToken stop) =>
        desk.Send(desk.Request(desk.Phone(500_000 + n), AnswerSheet.None.With(ProofAnswers.Member, desk.Member(n).Number)), stop);

    private static async Task<string> Try(CodeDesk desk, SentCode sent, int n, CancellationToken stop) =>
        (await desk.Check(desk.Request(desk.Phone(500_000 + n), sent.Answers), CodeDesk.CodeIn(sent.Messages[0]), stop)).Outcome.Exit;

    /// <summary>Connections that the trouble broke are made anew in time.</summary>
    private static async Task Recovered(CodeDesk desk)
    {
        var watch = Stopwatch.StartNew();
        while (await Record.ExceptionAsync(() => Send(desk, 3 * Lines, Stop)) is not null)
            Assert.InRange(watch.Elapsed, TimeSpan.Zero, Recovery);
    }

    /// <summary>What a flow does with an action: it waits for a while, and leaves as unavailable.</summary>
    private static async Task Refused<T>(Func<CancellationToken, Task<T>> act)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        deadline.CancelAfter(TurnDecider.ActionDeadline);
        var failure = await Record.ExceptionAsync(() => act(deadline.Token).WaitAsync(deadline.Token));

        Assert.NotNull(failure);
    }

    private sealed class GatedAllowances(IAllowances allowances, SlowStore.Gate gate) : IAllowances
    {
        public async Task<Allowed> Take(IReadOnlyList<Allowance> wanted, DateOnly day, DateTimeOffset now, CancellationToken cancellation)
        {
            await gate.Pass().WaitAsync(cancellation);
            return await allowances.Take(wanted, day, now, cancellation);
        }
    }

    private sealed class GatedChallenges(IChallenges challenges, SlowStore.Gate gate) : IChallenges
    {
        public async Task<CodeCount> Count(CodeTry attempt, CancellationToken cancellation)
        {
            await gate.Pass().WaitAsync(cancellation);
            return await challenges.Count(attempt, cancellation);
        }

        public Task<int> Sweep(DateTimeOffset before, DateOnly today, CancellationToken cancellation) => challenges.Sweep(before, today, cancellation);
    }
}
