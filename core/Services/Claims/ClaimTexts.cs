using System.Collections.Immutable;
using System.Globalization;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.Localization;

namespace ChatChannels.Services.Claims;

/// <summary>Claims in words, from the texts under <c>claims</c>: a line for each, by its state.</summary>
public static class ClaimTexts
{
    /// <summary>Claims listed at most: the newest.</summary>
    public const int Most = 6;

    /// <summary>Missing pieces named at most.</summary>
    private const int MostPieces = 3;

    private const string Rejections = "claims.rejections";
    private const string Pieces = "claims.pieces";
    private const string LastPaid = "claims.last-payment";
    private const string NothingPaid = "claims.no-payment";
    private const string Comma = ", ";

    /// <summary>Twelve digits (ID-6: the length is not published).</summary>
    private const string LongestId = "888888888888";

    /// <summary>The key of a state's line.</summary>
    public static string LineOf(ClaimState state) => $"claims.lines.{Word(state)}";

    /// <summary>A state as texts and policies name it: <c>in-progress</c>.</summary>
    public static string Word(ClaimState state) => state switch
    {
        ClaimState.Received => "received",
        ClaimState.InProgress => "in-progress",
        ClaimState.MedicalReview => "medical-review",
        ClaimState.CompletionAsked => "completion-asked",
        ClaimState.Settled => "settled",
        ClaimState.Paid => "paid",
        ClaimState.Rejected => "rejected",
        _ => "time-barred",
    };

    /// <summary>All there is to one claim, in a line.</summary>
    public static string Line(Fund fund, Language language, Claim claim) => Fill(fund, language, LineOf(claim.State), claim);

    /// <summary>The newest claims, numbered, each with its state.</summary>
    public static string List(Fund fund, Language language, IEnumerable<Claim> claims) =>
        Numbered(claims.Take(Most).Select(claim => $"{claim.Id} {State(fund, language, claim.State)}"));

    /// <summary>What was paid last, and when.</summary>
    public static string LastPayment(Fund fund, Language language, IEnumerable<Claim> claims) =>
        claims.Where(claim => claim.PaidOn is not null).MaxBy(claim => claim.PaidOn) is { } paid
            ? Fill(fund, language, LastPaid, paid)
            : fund.Texts.Plain(language, NothingPaid);

    /// <summary>The widest list of claims there is.</summary>
    public static string WidestList(Fund fund, Language language)
    {
        var widest = Enum.GetValues<ClaimState>().Select(state => State(fund, language, state)).MaxBy(word => word.Length);
        return Numbered(Enumerable.Repeat($"{LongestId} {widest}", Most));
    }

    /// <summary>The widest line of one claim.</summary>
    public static string WidestLine(Fund fund, Language language) => Enum.GetValues<ClaimState>()
        .Select(state => fund.Texts[language, LineOf(state)].Fill(WidestValues(fund, language)))
        .MaxBy(line => line.Length)!;

    /// <summary>The widest that can be said of a payment.</summary>
    public static string WidestPayment(Fund fund, Language language) => new[]
    {
        fund.Texts[language, LastPaid].Fill(WidestValues(fund, language)),
        fund.Texts.Plain(language, NothingPaid),
    }.MaxBy(text => text.Length)!;

    private static string State(Fund fund, Language language, ClaimState state) => fund.Texts.Plain(language, $"claims.states.{Word(state)}");

    private static string Numbered(IEnumerable<string> lines) =>
        string.Join('\n', lines.Select((line, n) => string.Create(CultureInfo.InvariantCulture, $"{n + 1}. {line}")));

    private static string Fill(Fund fund, Language language, string key, Claim claim)
    {
        string Day(DateOnly? date) => date is { } day ? DateFormat.Show(day, language) : "-";
        string Amount(decimal? amount) => amount is { } sum ? AmountFormat.Show(sum, language, fund.Texts.Plain(language, CommonTexts.Currency)) : "-";
        return fund.Texts[language, key].Fill(Values(
            claim.Id,
            [Day(claim.FiledOn), Day(claim.CompleteBy), Day(claim.PaidOn)],
            [Amount(claim.AmountClaimed), Amount(claim.AmountReimbursed)],
            Coded.Text(fund, language, Rejections, claim.RejectionReason),
            string.Join(Comma, claim.MissingPieces.Take(MostPieces).Select(piece => Coded.Text(fund, language, Pieces, piece)))));
    }

    private static ImmutableDictionary<string, string> WidestValues(Fund fund, Language language)
    {
        var day = DateFormat.Show(new DateOnly(2088, 12, 28), language);
        var amount = AmountFormat.Show(888_888.88m, language, fund.Texts.Plain(language, CommonTexts.Currency));
        var pieces = Coded.All(fund, language, Pieces).OrderByDescending(piece => piece.Length).Take(MostPieces);
        return Values(LongestId, [day, day, day], [amount, amount], Coded.Widest(fund, language, Rejections), string.Join(Comma, pieces));
    }

    private static ImmutableDictionary<string, string> Values(
        string claim, ReadOnlySpan<string> days, ReadOnlySpan<string> amounts, string reason, string pieces) => ImmutableDictionary<string, string>.Empty
            .Add("claim", claim)
            .Add("filed-on", days[0]).Add("complete-by", days[1]).Add("paid-on", days[2])
            .Add("claimed", amounts[0]).Add("reimbursed", amounts[1])
            .Add("reason", reason)
            .Add("pieces", pieces);
}
