using System.Collections.Immutable;
using ChatChannels.Services.Cases;

namespace ChatChannels.Pages;

/// <summary>The keys of the texts that the pages show beside those of the flows.</summary>
internal static class PageTexts
{
    public const string State = "fund.state";
    public const string Motto = "fund.motto";

    public const string Languages = "pages.languages";
    public const string CaseNumber = "pages.case-number";
    public const string SecretCode = "pages.secret-code";
    public const string Hint = "pages.hint";
    public const string Problem = "pages.problem";
    public const string Incomplete = "pages.incomplete";
    public const string Wrong = "pages.wrong";
    public const string KeepSecret = "pages.keep-secret";
    public const string LockedTitle = "pages.locked.title";
    public const string Locked = "pages.locked.say";
    public const string TroubleTitle = "pages.trouble.title";
    public const string RefusedTitle = "pages.refused.title";
    public const string Refused = "pages.refused.say";

    public const string ReceiptTitle = "pages.receipt.title";
    public const string ReceiptAsk = "pages.receipt.ask";
    public const string ReceiptOpen = "pages.receipt.open";
    public const string FiledOn = "pages.receipt.filed-on";
    public const string CaseStateLabel = "pages.receipt.state";
    public const string Next = "pages.receipt.next";
    public const string Deposit = "pages.receipt.deposit";
    public const string Keep = "pages.receipt.keep";
    public const string Print = "pages.receipt.print";
    public const string Qr = "pages.receipt.qr";

    public const string CaseTitle = "pages.case.title";
    public const string CaseAsk = "pages.case.ask";
    public const string CaseOpen = "pages.case.open";
    public const string Data = "pages.case.data";
    public const string ByPhone = "pages.case.by-phone";
    public const string Decision = "pages.case.decision";
    public const string Change = "pages.case.change";
    public const string ChangeTitle = "pages.case.change-title";
    public const string ChangeSaved = "pages.case.change-saved";
    public const string Continue = "pages.case.continue";
    public const string Cancel = "pages.case.cancel";
    public const string Undecided = "pages.case.undecided";
    public const string Changed = "pages.case.changed";
    public const string Frozen = "pages.case.frozen";

    public const string ValidatedTitle = "pages.validated.title";
    public const string Validated = "pages.validated.say";
    public const string KeptTitle = "pages.kept.title";
    public const string Kept = "pages.kept.say";

    public const string PasswordTitle = "pages.password.title";
    public const string PasswordSay = "pages.password.say";
    public const string PasswordRule = "pages.password.rule";
    public const string Password = "pages.password.password";
    public const string PasswordAgain = "pages.password.again";
    public const string PasswordSave = "pages.password.save";
    public const string PasswordWeak = "pages.password.weak";
    public const string PasswordsDiffer = "pages.password.differ";
    public const string PasswordSetTitle = "pages.password-set.title";
    public const string PasswordSet = "pages.password-set.say";
    public const string PasswordGoneTitle = "pages.password-gone.title";
    public const string PasswordGone = "pages.password-gone.say";
    public const string PasswordGoneUnnamed = "pages.password-gone.unnamed";

    public const string Awaiting = "pages.validated.awaiting";
    public const string Awaited = "pages.awaited";
    public const string PaperTitle = "pages.paper.title";
    public const string PaperSay = "pages.paper.say";
    public const string PaperFile = "pages.paper.file";
    public const string PaperRule = "pages.paper.rule";
    public const string PaperSend = "pages.paper.send";
    public const string PaperNone = "pages.paper.none";
    public const string PaperTooLarge = "pages.paper.too-large";
    public const string PaperReceivedTitle = "pages.paper-received.title";
    public const string PaperReceived = "pages.paper-received.say";
    public const string PaperReference = "pages.paper-received.reference";
    public const string PaperGone = "pages.paper-gone.say";
    public const string PaperGoneUnnamed = "pages.paper-gone.unnamed";

    /// <summary>The states that a case with a secret code can be in; a page names each, and says what follows from it.</summary>
    public static readonly ImmutableDictionary<CaseState, string> States = ImmutableDictionary<CaseState, string>.Empty
        .Add(CaseState.Registered, "registered")
        .Add(CaseState.Validated, "validated")
        .Add(CaseState.AwaitingPapers, "awaiting-papers")
        .Add(CaseState.NumberGiven, "number-given")
        .Add(CaseState.ToComplete, "to-complete")
        .Add(CaseState.Lapsed, "lapsed");

    /// <summary>Every key, with the values that its text may show.</summary>
    public static readonly ImmutableDictionary<string, ImmutableArray<string>> Placeholders = Table();

    public static string NameOf(CaseState state) => $"pages.states.{States[state]}.name";

    public static string NextAfter(CaseState state) => $"pages.states.{States[state]}.next";

    private static ImmutableDictionary<string, ImmutableArray<string>> Table()
    {
        string[] plain =
        [
            State, Motto, Languages, CaseNumber, SecretCode, Hint, Problem, Incomplete, Wrong, KeepSecret, LockedTitle,
            TroubleTitle, RefusedTitle, Refused, ReceiptTitle, ReceiptAsk, ReceiptOpen, FiledOn, CaseStateLabel, Next, Keep, Print, Qr,
            CaseTitle, CaseAsk, CaseOpen, Data, Decision, Change, ChangeTitle, ChangeSaved, Continue, Cancel, Undecided, Changed, Frozen, ValidatedTitle, KeptTitle,
            PasswordTitle, PasswordSay, PasswordRule, Password, PasswordAgain, PasswordSave, PasswordWeak, PasswordsDiffer, PasswordSetTitle,
            PasswordSet, PasswordGoneTitle, PasswordGoneUnnamed, PaperGoneUnnamed, Awaited, PaperSay, PaperFile, PaperSend, PaperNone, PaperTooLarge, PaperReceivedTitle,
            .. States.Keys.Select(NameOf),
        ];
        string[] filled = [Locked, Deposit, ByPhone, Validated, Awaiting, Kept, PasswordGone, PaperGone, .. States.Keys.Select(NextAfter)];
        return plain.ToImmutableDictionary(key => key, _ => ImmutableArray<string>.Empty, StringComparer.Ordinal)
            .AddRange(filled.Select(key => KeyValuePair.Create(key, Words.Values)))
            .Add(PaperTitle, [Words.PaperValue])
            .Add(PaperReceived, [Words.PaperValue])
            .Add(PaperRule, [Words.KindsValue])
            .Add(PaperReference, [Words.ReferenceValue]);
    }
}
