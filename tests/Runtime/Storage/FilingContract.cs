using ChatChannels.Conversation;
using ChatChannels.Runtime.Storage;
using ChatChannels.Services;
using ChatChannels.Services.Cases;
using static ChatChannels.Tests.Runtime.Storage.Samples;

namespace ChatChannels.Tests.Runtime.Storage;

/// <summary>What every store promises of cases, members and attempts.</summary>
public abstract class FilingContract(StorageKind kind) : StorageTest(kind)
{
    [Fact]
    public async Task OpenCase_New_IsFoundWhole()
    {
        var filed = Case("0000000018");
        await Commit(Unit(null, new Change.OpenCase(filed)));
        await Reopen();

        var found = await Node.Cases.Find(Fund, filed.Number, Stop);

        Assert.Equal(Shape.Of(filed), Shape.Of(found));
        Assert.Equal(Shape.Of(filed), Shape.Of(await Node.Cases.FindOpen(Fund, "pre-registration", " cni 100200300", Stop)));
        Assert.Null(await Node.Cases.Find(new FundId("fund-b"), filed.Number, Stop));
        Assert.Null(await Node.Cases.FindOpen(Fund, "complaint", filed.Identity!, Stop));
        Assert.Equal(Fund, await Node.Cases.FundOf(filed.Number, Stop));
        Assert.Null(await Node.Cases.FundOf(new CaseNumber("0000000000"), Stop));
    }

    [Fact]
    public async Task OpenCase_NumberTaken_Clashes()
    {
        await Commit(Unit(null, new Change.OpenCase(Case("0000000018"))));

        Assert.Equal(CommitResult.Clash, await Node.Store.Commit(Unit(null, new Change.OpenCase(Case("0000000018", "CNI 2"))), Stop));
    }

    [Fact]
    public async Task OpenCase_IdentityHasAnOpenOne_ClashesUntilItIsClosed()
    {
        await Commit(Unit(null, new Change.OpenCase(Case("0000000018"))));
        var second = Unit(Turn(Session("x")), Record(), new Change.Send(Message()), new Change.OpenCase(Case("0000000026")));
        Assert.Equal(CommitResult.Clash, await Node.Store.Commit(second, Stop));
        Assert.Equal((0, 0, 0, 1), (await Count("turns"), await Count("outbox"), await Count("audit"), await Count("keys")));

        await Commit(Unit(null, new Change.ReplaceCase(Case("0000000018", version: 2, state: CaseState.NumberGiven))));

        await Commit(second);
    }

    [Fact]
    public async Task OpenCase_WithoutIdentity_NeverClashes() =>
        await Commit(Unit(null, new Change.OpenCase(Case("0000000018", null))), Unit(null, new Change.OpenCase(Case("0000000026", null))));

    [Fact]
    public async Task OpenCase_SameIdentityManyTimesAtOnce_IsWonOnce()
    {
        var results = await Together(Node, [.. Enumerable.Range(0, 32).Select(n => Unit(null, new Change.OpenCase(Case($"00000000{n:00}"))))]);

        Assert.Equal(1, results.Count(r => r is CommitResult.Committed));
        Assert.Equal((1, 1), (await Count("cases"), await Count("keys")));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task ReplaceCase_UnexpectedVersion_Clashes(long version)
    {
        await Commit(Unit(null, new Change.OpenCase(Case("0000000018"))));

        Assert.Equal(CommitResult.Clash, await Node.Store.Commit(Unit(null, new Change.ReplaceCase(Case("0000000018", version: version))), Stop));
        Assert.Equal(1, (await Node.Cases.Find(Fund, new CaseNumber("0000000018"), Stop))!.Version);
    }

    [Fact]
    public async Task ReplaceCase_ReopeningBesideAnOpenOne_ClashesAndTouchesNobodyElse()
    {
        await Commit(
            Unit(null, new Change.OpenCase(Case("0000000018", state: CaseState.Lapsed))),
            Unit(null, new Change.OpenCase(Case("0000000026"))));
        var reopen = Unit(null, new Change.ReplaceCase(Case("0000000018", version: 2)));

        var results = await Together(Node, [Unit("a", 1), reopen, Unit("b", 2)]);

        Assert.Equal([CommitResult.Committed, CommitResult.Clash, CommitResult.Committed], results);
    }

    [Fact]
    public async Task InState_Many_AreThoseLongestInIt()
    {
        await Commit(Unit(
            null,
            new Change.OpenCase(Case("0000000026", "CNI 2") with { ChangedAt = Noon.AddTicks(1) }),
            new Change.OpenCase(Case("0000000018", "CNI 1") with { ChangedAt = Noon }),
            new Change.OpenCase(Case("0000000034", "CNI 3") with { ChangedAt = Noon.AddTicks(2) }),
            new Change.OpenCase(Case("0000000042", "CNI 4", state: CaseState.Validated))));

        Assert.Equal("0000000018 0000000026", await InState(Noon.AddTicks(2), 9));
        Assert.Equal("0000000018", await InState(Noon.AddTicks(2), 1));
        Assert.Empty(await InState(Noon, 9));
    }

    [Fact]
    public async Task RegisterMember_Known_ByIdentityOrLikeness()
    {
        await Commit(Unit(null, new Change.RegisterMember(Member("111"))));

        Assert.True(await Node.Register.Knows(Fund, "cni 1", null, Stop));
        Assert.True(await Node.Register.Knows(Fund, "CNI 2", "atangana|1980|ngo", Stop));
        Assert.False(await Node.Register.Knows(Fund, "CNI 2", "other", Stop));
        Assert.False(await Node.Register.Knows(Fund, null, null, Stop));
        Assert.False(await Node.Register.Knows(new FundId("fund-b"), "CNI 1", null, Stop));
    }

    [Fact]
    public async Task RegisterMember_NumberOrIdentityTaken_Clashes()
    {
        await Commit(Unit(null, new Change.RegisterMember(Member("111"))), Unit(null, new Change.RegisterMember(Member("112", null, null))));
        await Commit(Unit(null, new Change.RegisterMember(Member("113", null))));

        Assert.Equal(CommitResult.Clash, await Node.Store.Commit(Unit(null, new Change.RegisterMember(Member("111", "CNI 9"))), Stop));
        Assert.Equal(CommitResult.Clash, await Node.Store.Commit(Unit(null, new Change.RegisterMember(Member("119"))), Stop));
    }

    [Fact]
    public async Task Count_SixtyFourParallelCallers_CountExactly()
    {
        var counts = await Task.WhenAll(Enumerable.Range(0, 64).Select(n => Node.Attempts.Count(["case 1", $"caller {n}"], Day, Stop)));

        Assert.Equal(Enumerable.Range(1, 64), counts.Select(c => c[0]).Order());
        Assert.All(counts, c => Assert.Equal(1, c[1]));
        await Reopen();
        Assert.Equal([65], await Node.Attempts.Count(["case 1"], Day, Stop));
        Assert.Equal([1], await Node.Attempts.Count(["case 1"], Day.AddDays(1), Stop));
    }

    [Fact]
    public async Task Forgive_Subject_StartsAgain()
    {
        await Node.Attempts.Count(["a", "a", "b"], Day, Stop);

        await Node.Attempts.Forgive("a", Stop);

        Assert.Equal([1, 2], await Node.Attempts.Count(["a", "b"], Day, Stop));
    }

    private async Task<string> InState(DateTimeOffset before, int limit) =>
        string.Join(' ', await Node.Cases.InState(Fund, CaseState.Registered, before, limit, Stop));
}
