using System.Collections.Immutable;
using ChatChannels.Conversation;
using ChatChannels.Services.Claims;
using ChatChannels.Services.Members;
using static ChatChannels.Tests.Runtime.Registry.RegisterSample;

namespace ChatChannels.Tests.Runtime.Registry;

/// <summary>What every register promises: each implementation runs it on the same people.</summary>
internal static class RegisterContract
{
    private static readonly FundId Fund = Storage.Samples.Fund;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Everything there is to promise of people, on a register that holds <see cref="People"/>.</summary>
    public static async Task PeopleAreFoundByAllTheirFactsOrNot(IRegister register)
    {
        Assert.Equal(Insured, await Find(register, "id-number=AB1 birth-date=1985-02-03"));
        Assert.Equal(Insured, await Find(register, "id-number=ab1"));
        Assert.Equal(Insured, await Find(register, $"registration-number={Insured} birth-date=1985-02-03"));
        Assert.Equal(Insured, await Find(register, "id-type=national-id id-number=AB1 surname=exemple"));
        Assert.Equal(Colleague, await Find(register, "employer-id=E7 id-number=AB2 birth-date=1979-08-21"));
        Assert.Equal(Waiting, await Find(register, "id-number=ZZ9 birth-date=1990-12-25"));
        string[] nobody =
        [
            "id-number=AB1 birth-date=1985-02-04", "id-number=AB3", "id-number=AB1 birth-date=1985-02-03 passport=P1",
            $"registration-number={Colleague} id-number=AB1", "employer-id=E7", "birth-date=1985-02-03 id-number=", "",
        ];
        foreach (var query in nobody)
            Assert.True(await Find(register, query) is null, query);
        Assert.Null(await register.Find(new FundId("fund-b"), Query("id-number=AB1"), Stop));
    }

    public static async Task RecordsAreWhole(IRegister register)
    {
        var whole = new MemberRecord
        {
            Number = Insured,
            Standing = Standing.Registered,
            HasAccount = true,
            Phone = "+212612345678",
            PhoneSince = new DateOnly(2024, 5, 6),
            Email = "salma@example.org",
            PaymentMode = PaymentMode.Transfer,
            Names = "SALMA EXEMPLE",
        };
        Assert.Equal(whole, await register.Get(Fund, Insured, Stop));
        Assert.Equal(whole, await register.Find(Fund, Query("id-number=AB1"), Stop));
        Assert.False((await register.Get(Fund, Colleague, Stop))!.HasAccount);
        Assert.Equal(
            new MemberRecord { Number = Waiting, Standing = Standing.NotEligible, Reason = "other-scheme" },
            await register.Get(Fund, Waiting, Stop));
        Assert.Null(await register.Get(Fund, "100000009", Stop));
        Assert.Null(await register.Get(Fund, "", Stop));
        Assert.Null(await register.Get(new FundId("fund-b"), Insured, Stop));
    }

    public static async Task FactsAreConfirmedOrNot(IRegister register)
    {
        Assert.True(await register.Confirms(Fund, Insured, KeyValuePair.Create("account-digits", "00000142"), Stop));
        Assert.False(await register.Confirms(Fund, Insured, KeyValuePair.Create("account-digits", "00000242"), Stop));
        Assert.False(await register.Confirms(Fund, Insured, KeyValuePair.Create("civil-status", ""), Stop));
        Assert.False(await register.Confirms(Fund, Insured, KeyValuePair.Create("", ""), Stop));
        Assert.False(await register.Confirms(Fund, "", KeyValuePair.Create("account-digits", "00000142"), Stop));
        Assert.False(await register.Confirms(Fund, "", KeyValuePair.Create("birth-date", "1900-01-01"), Stop));
        Assert.True(await register.Knows(Fund, "national-id:AB1", null, Stop));
        Assert.True(await register.Knows(Fund, null, "modele|1979-08-21", Stop));
        Assert.False(await register.Knows(Fund, "national-id:AB3", "modele|1979-08-22", Stop));
    }

    /// <summary>On a register that holds <see cref="Claims"/> too, changed at <see cref="Changed"/>, whose owner wants to hear of them.</summary>
    public static async Task ClaimsComeNewestFirstAndWhole(IRegister register)
    {
        var claims = await register.Claims(Fund, Insured, Stop);

        Assert.Equal(["503", "502", "501"], claims.Select(claim => claim.Id), StringComparer.Ordinal);
        Assert.Equal(ClaimState.Rejected, claims[0].State);
        Assert.Equal("rights-closed", claims[0].RejectionReason);
        Assert.Equal(["stamp", "invoice"], claims[1].MissingPieces);
        Assert.Equal(new DateOnly(2026, 4, 7), claims[1].CompleteBy);
        Assert.Equal((1200m, 960.5m, new DateOnly(2026, 2, 20)), (claims[2].AmountClaimed, claims[2].AmountReimbursed, claims[2].PaidOn));
        Assert.Empty(await register.Claims(Fund, Colleague, Stop));
        Assert.Empty(await register.Claims(Fund, "", Stop));

        var changes = await register.ClaimChanges(Fund, Changed, Stop);
        Assert.Equal(["501", "502", "503"], changes.Select(change => change.Claim.Id).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.All(changes, change => Assert.Equal((Insured, Changed), (change.Member, change.At)));
        Assert.Empty(await register.ClaimChanges(Fund, Changed.AddTicks(1), Stop));
    }

    private static async Task<string?> Find(IRegister register, string facts) => (await register.Find(Fund, Query(facts), Stop))?.Number;

    private static MemberQuery Query(string facts) => new(facts.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(fact => fact.Split('='))
        .ToImmutableSortedDictionary(fact => fact[0], fact => fact[1], StringComparer.Ordinal));
}
