using System.Collections.Immutable;
using System.Diagnostics;
using ChatChannels.Conversation.Localization;
using ChatChannels.Runtime.Storage;
using ChatChannels.Runtime.Storage.Register;
using ChatChannels.Services;
using ChatChannels.Services.Claims;
using ChatChannels.Services.Members;
using ChatChannels.Tests.Runtime.Storage;
using static ChatChannels.Tests.Runtime.Registry.RegisterSample;
using static ChatChannels.Tests.Runtime.Storage.Samples;

namespace ChatChannels.Tests.Runtime.Registry;

/// <summary>The local register keeps the register's promises, and what is put in goes in whole or not at all.</summary>
public abstract class LocalRegisterContract(StorageKind kind) : StorageTest(kind)
{
    [Fact]
    public async Task Register_Imported_KeepsThePromises()
    {
        await Put(People);
        await Follow();
        await Put(RegisterSample.Claims);
        await Reopen();

        await RegisterContract.PeopleAreFoundByAllTheirFactsOrNot(Node.Register);
        await RegisterContract.RecordsAreWhole(Node.Register);
        await RegisterContract.FactsAreConfirmedOrNot(Node.Register);
        await RegisterContract.ClaimsComeNewestFirstAndWhole(Node.Register);
    }

    [Fact]
    public async Task Put_ManyRowsOneOfThemBad_WritesNone()
    {
        var people = Enumerable.Range(0, 700).Select(n => Row(n + 2, $"{n}", $"national-id:{(n == 650 ? 0 : n)}"));
        await Put(People);

        var defects = await Node.RegisterTables.Put(people.ToAsyncEnumerable(), Changed, Stop);

        Assert.Equal([new RowDefect(652, "this identity document is another member's")], defects);
        Assert.Equal((3, 3), (await Count("members"), await Count("keys")));
    }

    [Fact]
    public async Task Put_ClaimOrAccountOfNobody_WritesNone()
    {
        await Put(People);
        var strange = RegisterSample.Claims.Add(new RegisterEntry.OfAccount(new Account(Fund, "1", default)));

        var defects = await Node.RegisterTables.Put(Rows(strange).ToAsyncEnumerable(), Changed, Stop);

        Assert.Equal([new RowDefect(5, "there is no member of this number")], defects);
        Assert.Equal((0, 1), (await Count("claims"), await Count("accounts")));
    }

    [Fact]
    public async Task Put_Again_ReplacesAndForgetsOldFacts()
    {
        await Put(People);
        var moved = ((RegisterEntry.OfMember)People[0]).Member;
        moved = moved with { Identity = "national-id:AB7", Facts = moved.Facts.With("id-number", "AB7"), Phone = "+212699999999" };

        await Put([new RegisterEntry.OfMember(moved, ["id-number"])]);

        Assert.Null(await Node.Register.Find(Fund, new MemberQuery(AnswerSheetOf("id-number", "AB1")), Stop));
        Assert.Equal("+212699999999", (await Node.Register.Find(Fund, new MemberQuery(AnswerSheetOf("id-number", "AB7")), Stop))!.Phone);
        Assert.Equal(3, await Count("members"));
    }

    [Fact]
    public async Task Put_ClaimUnchanged_IsNoNews()
    {
        await Put(People);
        await Follow();
        await Put(RegisterSample.Claims);
        var changed = (RegisterEntry.OfClaim)RegisterSample.Claims[1];
        changed = changed with { Claim = changed.Claim with { State = ClaimState.Settled } };

        await Put([RegisterSample.Claims[0], changed], Changed.AddDays(1));

        var news = Assert.Single(await Node.Register.ClaimChanges(Fund, Changed.AddTicks(1), Stop));
        Assert.Equal(("502", ClaimState.Settled, Changed.AddDays(1)), (news.Claim.Id, news.Claim.State, news.At));
    }

    [Fact]
    public async Task ClaimChanges_NobodyWantsToHear_AreNone()
    {
        await Put(People);
        await Put(RegisterSample.Claims);

        Assert.Empty(await Node.Register.ClaimChanges(Fund, Changed, Stop));
    }

    [Fact]
    public async Task Follow_UnexpectedVersion_Clashes()
    {
        await Follow();

        Assert.Equal(CommitResult.Clash, await Node.Store.Commit(Unit(null, new Change.Follow(Wish())), Stop));
        Assert.Equal(CommitResult.Clash, await Node.Store.Commit(Unit(null, new Change.Follow(Wish() with { Version = 3 })), Stop));
        var next = Wish() with { Version = 2, Told = Wish().Told.Add("501", ClaimState.Paid) };
        await Commit(Unit(null, new Change.Follow(next)));

        var found = await Node.ClaimFollows.Find(Fund, Insured, Stop);
        Assert.Equal((2L, ClaimState.Paid, Language.Arabic), (found!.Version, found.Told["501"], found.Language));
        Assert.Null(await Node.ClaimFollows.Find(Fund, Colleague, Stop));
    }

    [Fact]
    public async Task See_OnlyEverMovesOn()
    {
        Assert.Null(await Node.ClaimFollows.SeenUntil(Fund, Stop));

        foreach (var until in (DateTimeOffset[])[Changed, Changed.AddDays(1), Changed])
            await Node.ClaimFollows.See(Fund, until, Stop);

        Assert.Equal(Changed.AddDays(1), await Node.ClaimFollows.SeenUntil(Fund, Stop));
    }

    [Fact]
    public async Task Erase_Member_LeavesNothing()
    {
        await Put(People);
        await Follow();
        await Put(RegisterSample.Claims);

        Assert.True(await Node.Keys.Erase(Node.Keys.OwnerOfMember(Fund, Insured), Stop));

        Assert.Equal((2, 0, 0, 0), (await Count("members"), await Count("claims"), await Count("accounts"), await Count("claim_follows")));
        Assert.Null(await Node.Register.Get(Fund, Insured, Stop));
    }

    [Fact]
    public async Task Asked_AmongThousands_TakesNoLongerThanAmongAFew()
    {
        const int Others = 10_000;
        await Put(People);
        await Put(RegisterSample.Claims);
        var few = await Times();

        await Put(Enumerable.Range(0, Others).Select(n => new RegisterEntry.OfMember(Member($"{n}", $"national-id:{n}", $"likeness {n}"), [])));
        await Put(Enumerable.Range(0, Others).Select(n => new RegisterEntry.OfClaim(Fund, $"{n}", Claim($"{n:00000000}", new DateOnly(2026, 1, 5), ClaimState.Paid))));
        var many = await Times();

        Assert.All(many.Zip(few, (then, before) => then / before), ratio => Assert.InRange(ratio, 0, 2)); // by a plan for a few, or without an index, 2.4 to 22 times as long
    }

    protected async Task Put(IEnumerable<RegisterEntry> entries, DateTimeOffset? at = null) =>
        Assert.Empty(await Node.RegisterTables.Put(Rows(entries).ToAsyncEnumerable(), at ?? Changed, Stop));

    /// <summary>Milliseconds that the register takes at least for somebody nobody knows, and for a member's claims: what it takes at times tells of other tests.</summary>
    private async Task<double[]> Times() =>
    [
        await Least(() => Node.Register.Find(Fund, new MemberQuery(AnswerSheetOf("id-number", "ZZ9")), Stop)),
        await Least(() => Node.Register.Knows(Fund, "national-id:ZZ9", "nobody", Stop)),
        await Least(() => Node.Register.Claims(Fund, Insured, Stop)),
    ];

    private static async Task<double> Least(Func<Task> ask)
    {
        const int Samples = 1001;
        var least = double.MaxValue;
        for (var n = 0; n < Samples; n++)
        {
            var began = Stopwatch.GetTimestamp();
            await ask();
            least = Math.Min(least, Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        return least;
    }

    private Task Follow() => Commit(Unit(null, new Change.Follow(Wish())));

    private static ClaimFollow Wish() => new(Fund, Insured, Language.Arabic, ImmutableSortedDictionary.Create<string, ClaimState>(StringComparer.Ordinal));

    private static ImmutableSortedDictionary<string, string> AnswerSheetOf(string name, string value) =>
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add(name, value);

    private static RegisterRow Row(int line, string number, string identity) => new(line, new RegisterEntry.OfMember(Member(number, identity, null), []));
}
