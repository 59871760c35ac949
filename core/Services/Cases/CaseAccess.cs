using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Services.Audit;

namespace ChatChannels.Services.Cases;

/// <summary>
/// Opens a case to whoever knows its number and secret code, from any phone or page (CNPS-12). Each try is counted before
/// the code is compared, against the case and against who asks; an unknown number and a wrong code look alike.
/// </summary>
public sealed class CaseAccess(ICaseFile cases, IAttempts attempts, ISecrets secrets)
{
    /// <summary>Tries a day against one case before the door stays shut until tomorrow.</summary>
    public const int TriesPerCase = 10;

    /// <summary>The answers that name a case and its code.</summary>
    public const string NumberAnswer = "case-number";
    public const string CodeAnswer = "secret-code";

    /// <summary>The digits of a secret code.</summary>
    public const int CodeDigits = 8;

    /// <summary>Tries a code against a case.</summary>
    public async Task<CaseOpening> Open(FundId fund, string number, string code, CaseCaller caller, DateOnly today, CancellationToken cancellation)
    {
        var subject = Subject(fund, number);
        var tries = await attempts.Count([subject, $"caller:{caller.Who}"], today, cancellation);
        if (tries[0] > TriesPerCase || tries[1] > caller.TriesPerDay)
            return new CaseOpening.Locked();
        var found = await cases.Find(fund, new CaseNumber(number), cancellation);
        if (!Matches(found, number, code))
            return new CaseOpening.Wrong();
        await attempts.Forgive(subject, cancellation);
        return new CaseOpening.Opened(found!);
    }

    /// <summary>The case that this session has opened before, checked again without counting.</summary>
    public async Task<Case?> Reopen(FundId fund, AnswerSheet answers, CancellationToken cancellation)
    {
        var number = answers[NumberAnswer] ?? "";
        var found = await cases.Find(fund, new CaseNumber(number), cancellation);
        return Matches(found, number, answers[CodeAnswer] ?? "") ? found : null;
    }

    public string HashOf(CaseNumber number, string code) => secrets.Hash(number.Digits, code);

    public static AuditFact Fact(string fact, Case about, Address? actor, DateTimeOffset at) =>
        new(about.Fund, fact, string.Create(CultureInfo.InvariantCulture, $"{about.Number} v{about.Version}"), actor, at);

    /// <summary>Compares in the same time whether or not the case exists.</summary>
    private bool Matches(Case? found, string number, string code)
    {
        var given = Encoding.ASCII.GetBytes(secrets.Hash(number, code));
        var expected = Encoding.ASCII.GetBytes(found is { SecretHash.Length: > 0 } ? found.SecretHash : new string('0', given.Length));
        return CryptographicOperations.FixedTimeEquals(given, expected);
    }

    private static string Subject(FundId fund, string number) => $"case:{fund}:{number}";
}
