using System.Collections.Immutable;
using System.Globalization;
using ChatChannels.ReferenceRegister;

namespace ChatChannels.Hostility;

/// <summary>People of a register, by their number: each with a phone, a claim and the facts that locate them.</summary>
public static class RegisterPeople
{
    /// <summary>From here on people are in no register.</summary>
    public const int Strangers = 50_000;

    private const string Born = "1980-03-14";

    public static bool IsKnown(int person) => person < Strangers;

    public static string PhoneOf(int person) => string.Create(CultureInfo.InvariantCulture, $"+2126000{person:00000}");

    public static string NumberOf(int person) => string.Create(CultureInfo.InvariantCulture, $"2{person:00000000}");

    public static string ClaimOf(int person) => string.Create(CultureInfo.InvariantCulture, $"77{person:00000}");

    public static string IdOf(int person) => string.Create(CultureInfo.InvariantCulture, $"AB{person:000000}");

    /// <summary>Puts people and their claims into a register.</summary>
    public static void Fill(RegisterBook book, int people, DateTimeOffset now)
    {
        for (var n = 0; n < people; n++)
        {
            book.Put(Person(n));
            book.Put(Claim(n, now));
        }
    }

    private static RegisteredPerson Person(int n) => new()
    {
        Number = NumberOf(n),
        Phone = PhoneOf(n),
        PhoneSince = new DateOnly(2024, 1, 10),
        PaymentMode = "transfer",
        Names = "SALMA EXEMPLE",
        Facts = ImmutableSortedDictionary<string, string>.Empty.Add("id-number", IdOf(n)).Add("insured-number", NumberOf(n)).Add("birth-date", Born),
    };

    private static RegisteredClaim Claim(int n, DateTimeOffset now) => new()
    {
        Number = NumberOf(n),
        ChangedAt = now,
        Claim = ClaimOf(n),
        State = "in-progress",
        FiledOn = new DateOnly(2026, 2, 1),
    };
}
