using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Localization;
using ChatChannels.Host.Replay;
using ChatChannels.Runtime.Processing;
using ChatChannels.Runtime.Storage;
using ChatChannels.Services;
using ChatChannels.Services.Cases;
using ChatChannels.Tests.Runtime.Storage;
using ChatChannels.Tests.Ussd;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace ChatChannels.Tests.Runtime.Processing;

/// <summary>Every validated file is processed exactly once, whoever else is at it and whoever dies (CNPS-18).</summary>
public sealed class ProcessingRunTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pass_OnlyValidatedFiles_AreProcessed()
    {
        await using var service = await ReplayHost.Start(Scene.Now);
        foreach (var (state, n) in Enum.GetValues<CaseState>().Select((state, n) => (state, n)))
            await File(service, n, state);

        Assert.Equal(1, await Run(service).Pass(Stop));
        Assert.Equal(0, await Run(service).Pass(Stop));

        var changes = service.Store.TakeChanges();
        Assert.Equal("0000000001", Assert.Single(changes.OfType<Change.ReplaceCase>()).Case.Number.Digits);
        Assert.Single(changes.OfType<Change.RegisterMember>());
    }

    [Fact]
    public async Task Pass_FourAtOnce_ProcessesEachFileOnce()
    {
        await using var service = await ReplayHost.Start(Scene.Now);
        await FileMany(service, 25);

        var passes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Run(service).Pass(Stop))));

        Assert.Equal(25, passes.Sum());
        AssertEachOnce(25, service.Store.TakeChanges());
    }

    [Fact]
    public async Task Pass_TwoNodesOnOnePostgres_ProcessEachFileOnce()
    {
        var database = await PostgresServer.Create();
        var keys = Directory.CreateTempSubdirectory("chatchannels-");
        try
        {
            string[] settings = ["--Storage:Kind", "Postgres", "--Storage:ConnectionString", database, "--Storage:KeyFile", Path.Combine(keys.FullName, "key")];
            void Arrange(WebApplicationBuilder builder) => builder.Services.AddSingleton<IIdSource, ChatChannels.Runtime.Ids.RandomIds>();
            await using var first = await ReplayHost.Start(Scene.Now, Arrange, settings);
            await using var second = await ReplayHost.Start(Scene.Now, Arrange, settings);
            await FileMany(first, 25);

            var passes = await Task.WhenAll(Task.Run(() => Run(first).Pass(Stop)), Task.Run(() => Run(second).Pass(Stop)));

            Assert.Equal(25, passes.Sum());
            AssertEachOnce(25, [.. first.Store.TakeChanges(), .. second.Store.TakeChanges()]);
        }
        finally
        {
            await PostgresServer.Drop(database);
            keys.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Pass_KilledBetweenFiles_IsTakenUpByTheNext()
    {
        await using var service = await ReplayHost.Start(Scene.Now, builder => FailingStore.Put(builder, afterCommits: 3));
        await FileMany(service, 5, service.Services.GetRequiredService<Storehouse>().Store);

        await Run(service).Pass(Stop);
        Assert.Equal(3, service.Store.TakeChanges().OfType<Change.RegisterMember>().Count());
        service.Services.GetRequiredService<FailingStore>().Mend();

        Assert.Equal(2, await Run(service).Pass(Stop));
        Assert.Equal(2, service.Store.TakeChanges().OfType<Change.RegisterMember>().Count());
    }

    [Fact]
    public async Task Pass_OneFileThatAlwaysFails_HoldsUpNoOther()
    {
        await using var service = await ReplayHost.Start(Scene.Now, builder => FailingStore.Put(builder, failing: "0000000000"));
        await FileMany(service, 5, service.Services.GetRequiredService<Storehouse>().Store);

        Assert.Equal(4, await Run(service).Pass(Stop));

        Assert.Equal(0, await Run(service).Pass(Stop));
    }

    [Fact]
    public async Task Pass_SamePersonUnderTwoDocuments_IsRegisteredOnce()
    {
        await using var service = await ReplayHost.Start(Scene.Now);
        await File(service, 1, CaseState.Validated, mother: "EXEMPLE ROSE");
        await File(service, 2, CaseState.Validated, mother: "Exemple Rosé");

        await Run(service).Pass(Stop);

        var changes = service.Store.TakeChanges();
        Assert.Single(changes.OfType<Change.RegisterMember>());
        Assert.Equal(["duplicate-person"], changes.OfType<Change.ReplaceCase>().Single(change => change.Case.State is CaseState.ToComplete).Case.Reasons);
    }

    [Fact]
    public async Task Pass_NotValidatedForThirtyDays_LapsesAfterTheLastInstant()
    {
        await using var service = await ReplayHost.Start(Scene.Now);
        await File(service, 1, CaseState.Registered);
        await File(service, 2, CaseState.Validated);
        await File(service, 3, CaseState.AwaitingCall);
        service.Clock.Pass(TimeSpan.FromDays(30));

        await Run(service).Pass(Stop);
        Assert.DoesNotContain(service.Store.TakeChanges(), change => change is Change.ReplaceCase { Case.State: CaseState.Lapsed });
        service.Clock.Pass(TimeSpan.FromTicks(1));
        await Run(service).Pass(Stop);

        var changes = service.Store.TakeChanges();
        Assert.Equal("0000000001", Assert.Single(changes.OfType<Change.ReplaceCase>(), change => change.Case.State is CaseState.Lapsed).Case.Number.Digits);
        Assert.Equal("case-lapsed", Assert.Single(changes.OfType<Change.Record>()).Fact.Fact);
    }

    private static ProcessingRun Run(ReplayHost service) => service.Services.GetRequiredService<ProcessingRun>();

    private static void AssertEachOnce(int count, IReadOnlyList<Change> changes)
    {
        Assert.Equal(count, changes.OfType<Change.ReplaceCase>().Select(change => change.Case.Number).Distinct().Count());
        Assert.Equal(count, changes.OfType<Change.RegisterMember>().Count());
        Assert.Equal(count, changes.OfType<Change.Send>().Count());
    }

    private static async Task FileMany(ReplayHost service, int count, IStore? store = null)
    {
        for (var n = 0; n < count; n++)
            await File(service, n, CaseState.Validated, store: store);
        service.Store.TakeChanges();
    }

    private static async Task File(ReplayHost service, int n, CaseState state, string? mother = null, IStore? store = null)
    {
        var answers = AnswerSheet.None.With("scheme", "employee").With("surname", "ESSAI").With("given-names", "ALINE").With("birth-date", "1990-01-01");
        var filed = Samples.Case($"{n:0000000000}", $"national-id:{n}", state: state) with
        {
            Fund = Scene.Fund,
            Language = Language.English,
            Answers = mother is null ? answers : answers.With("mother-name", mother),
            Filer = new Address(Channel.Ussd, $"+2376500001{n:00}", Proof.Possessed),
            OpenedAt = Scene.Now,
            ChangedAt = Scene.Now,
        };
        Assert.Equal(CommitResult.Committed, await (store ?? service.Store).Commit(new Unit(null, [new Change.OpenCase(filed)]), Stop));
        service.Store.TakeChanges();
    }
}
