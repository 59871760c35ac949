using System.Collections.Immutable;
using System.Globalization;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.Localization;
using ChatChannels.Services.Actions;
using ChatChannels.Services.Members;

namespace ChatChannels.Services.Claims;

/// <summary>
/// <c>claims</c>: tells a proven person where their claims stand, in a numbered list; <c>with: { one: which }</c>, where the answer
/// <c>which</c> is a line of that list or a claim's own number, also all there is to that claim.
/// </summary>
public sealed class ClaimsAction(IRegister register) : IServiceAction
{
    private const string Listed = "listed";
    private const string None = "none";
    private const string Unproven = "unproven";
    private const string One = "one";
    private const string List = "claims";
    private const string Single = "claim";
    private const string Count = "claim-count";
    private const string LastPayment = "last-payment";

    public ActionSignature Signature { get; } = new(
        "claims",
        [Listed, None, Unproven],
        [],
        ImmutableDictionary<string, ImmutableArray<string>>.Empty.Add(Listed, [List, Single, Count, LastPayment]))
    {
        Settings = [ActionSetting.Answers(One) with { Required = false }],
        Requires = Proof.Possessed,
        Widest = ImmutableDictionary<string, Func<Fund, Language, string>>.Empty
            .Add(List, ClaimTexts.WidestList)
            .Add(Single, ClaimTexts.WidestLine)
            .Add(LastPayment, ClaimTexts.WidestPayment),
    };

    public async Task<ActionResult> Perform(ActionRequest request, CancellationToken cancellation)
    {
        if (MemberAnswers.ProvenMember(request.Answers) is not { } member)
            return ActionResult.Exit(Unproven);
        var claims = await register.Claims(request.Fund.Id, member, cancellation);
        var outcome = Asked(request, claims) is { } one
            ? new Input.Outcome(Listed, Values(request.Fund, claims, one))
            : ActionResult.Exit(None).Outcome;
        return new ActionResult(outcome, [request.Audit("claims-told", outcome.Exit)]);
    }

    /// <summary>The claim asked for, by its line in the list or by its own number; the newest where none is named.</summary>
    private static Claim? Asked(ActionRequest request, ImmutableArray<Claim> claims)
    {
        if (request.With[One] is not { } name)
            return claims.FirstOrDefault();
        var asked = request.Answers[name] ?? "";
        return claims.FirstOrDefault(claim => string.Equals(Plain(claim.Id), asked, StringComparison.OrdinalIgnoreCase))
            ?? (int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var line) ? claims.Take(ClaimTexts.Most).ElementAtOrDefault(line - 1) : null);
    }

    /// <summary>A number as it is kept when it was typed: without what groups it.</summary>
    private static string Plain(string id) => string.Concat(id.Where(char.IsAsciiLetterOrDigit));

    private static ImmutableDictionary<string, string> Values(Fund fund, ImmutableArray<Claim> claims, Claim one) =>
        ImmutableDictionary<string, string>.Empty
            .Add(Count, claims.Length.ToString(CultureInfo.InvariantCulture))
            .AddRange(fund.InWords(List, language => ClaimTexts.List(fund, language, claims)))
            .AddRange(fund.InWords(Single, language => ClaimTexts.Line(fund, language, one)))
            .AddRange(fund.InWords(LastPayment, language => ClaimTexts.LastPayment(fund, language, claims)));
}
