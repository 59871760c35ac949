using System.Collections.Immutable;
using ChatChannels.Conversation.Engine;
using ChatChannels.Runtime.Storage.Register;
using ChatChannels.Services.Claims;
using ChatChannels.Services.Members;
using static ChatChannels.Tests.Runtime.Storage.Samples;

namespace ChatChannels.Tests.Runtime.Registry;

/// <summary>What the registers of the contract hold: three invented people, two of them at one employer, and three claims.</summary>
internal static class RegisterSample
{
    public const string Insured = "100000001";
    public const string Colleague = "100000002";
    public const string Waiting = "W-3";

    public static readonly DateTimeOffset Changed = new(2026, 3, 4, 9, 0, 0, TimeSpan.Zero);

    private static readonly string[] FoundBy = ["id-number", "employer-id"];

    public static readonly ImmutableArray<RegisterEntry> People =
    [
        Person(Insured, "AB1", "EXEMPLE", "SALMA", "1985-02-03") with { FoundBy = FoundBy },
        Person(Colleague, "AB2", "MODELE", "OMAR", "1979-08-21"),
        Outsider(),
        new RegisterEntry.OfAccount(new Account(Fund, Insured, new DateOnly(2020, 1, 2))),
    ];

    public static readonly ImmutableArray<RegisterEntry> Claims =
    [
        Filed("501", new DateOnly(2026, 1, 5), ClaimState.Paid) with
        {
            Claim = Claim("501", new DateOnly(2026, 1, 5), ClaimState.Paid) with { AmountReimbursed = 960.5m, PaidOn = new DateOnly(2026, 2, 20) },
        },
        Filed("502", new DateOnly(2026, 2, 7), ClaimState.CompletionAsked) with
        {
            Claim = Claim("502", new DateOnly(2026, 2, 7), ClaimState.CompletionAsked) with
            {
                MissingPieces = ["stamp", "invoice"],
                CompleteBy = new DateOnly(2026, 4, 7),
            },
        },
        Filed("503", new DateOnly(2026, 2, 7), ClaimState.Rejected) with
        {
            Claim = Claim("503", new DateOnly(2026, 2, 7), ClaimState.Rejected) with { RejectionReason = "rights-closed" },
        },
    ];

    public static Claim Claim(string id, DateOnly filed, ClaimState state) =>
        new() { Id = id, State = state, FiledOn = filed, AmountClaimed = 1200 };

    public static RegisterEntry.OfClaim Filed(string id, DateOnly filed, ClaimState state) => new(Fund, Insured, Claim(id, filed, state));

    public static RegisterRow[] Rows(IEnumerable<RegisterEntry> entries) => [.. entries.Select((entry, n) => new RegisterRow(n + 2, entry))];

    private static RegisterEntry.OfMember Person(string number, string id, string surname, string given, string birth)
    {
        var facts = AnswerSheet.None
            .With("id-type", "national-id").With("id-number", id).With("employer-id", "E7")
            .With("surname", surname).With("given-names", given).With("birth-date", birth).With("account-digits", $"{number[^6..]}42");
        return new RegisterEntry.OfMember(
            new Member(Fund, number, $"national-id:{id}", $"{surname}|{birth}", facts, Noon)
            {
                Phone = "+212612345678",
                PhoneSince = new DateOnly(2024, 5, 6),
                Email = "salma@example.org",
                PaymentMode = PaymentMode.Transfer,
            },
            FoundBy);
    }

    private static RegisterEntry.OfMember Outsider() => new(
        new Member(Fund, Waiting, null, null, AnswerSheet.None.With("id-number", "ZZ9").With("birth-date", "1990-12-25"), Noon)
        {
            Standing = Standing.NotEligible,
            Reason = "other-scheme",
        },
        FoundBy);
}
