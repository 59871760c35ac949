using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Services.Audit;

namespace ChatChannels.Services.Cases;

/// <summary>
/// Opens a case to whoever knows its number and secret code, from any phone or page (CNPS-12). Each try is counted before
/// the code is compared: against who asks, against the case, and against both together, so that one cannot lock the other out. The
/// phone of the case, behind an authenticated gateway, is locked by its own tries alone. An unknown number and a wrong code look alike.
/// </summary>
public sealed class CaseAccess(ICaseFile cases, IAttempts attempts, ISecrets secrets)
{
    /// <summary>Wrong tries a day of one caller against one case before the door stays shut to them until tomorrow.</summary>
    public const int TriesPerCase = 10;

    /// <summary>Wrong tries a day of all callers together against one case; the phone of the case may try beyond it.</summary>
    public const int TriesPerCaseOfAll = 100;

    /// <summary>Tries at a case that a caller has whatever others of the same network tried: strangers behind one address lock nobody out.</summary>
    public const int OwnTries = 3;

    /// <summary>The answers that name a case and its code.</summary>
    public const string NumberAnswer = "case-number";
    public const string CodeAnswer = "secret-code";

    /// <summary>The digits of a secret code.</summary>
    public const int CodeDigits = 8;

    /// <summary>Tries a code against a case.</summary>
    public async Task<CaseOpening> Open(FundId fund, string number, string code, CaseCaller caller, DateOnly today, CancellationToken cancellation)
    {
        var (subject, all) = (Subject(fund, number), $"caller:{caller.Who}");
        var own = $"{subject}:{all}";
        var tries = await attempts.Count([own, subject, all], today, cancellation);
        var found = await cases.Find(fund, new CaseNumber(number), cancellation);
        if (tries[0] > TriesPerCase
            || (tries[1] > TriesPerCaseOfAll && !caller.IsPhoneOf(found))
            || (tries[2] > caller.TriesPerDay && tries[0] > OwnTries))
            return new CaseOpening.Locked();
        if (!Matches(found, number, code))
            return new CaseOpening.Wrong();
        await Forgive([own, subject], all, today, cancellation);
        return new CaseOpening.Opened(found!);
    }

    /// <summary>The right code was no failure of anybody's.</summary>
    private async Task Forgive(ImmutableArray<string> subjects, string caller, DateOnly today, CancellationToken cancellation)
    {
        foreach (var subject in subjects)
            await attempts.Forgive(subject, cancellation);
        await attempts.GiveBack(caller, today, cancellation);
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
