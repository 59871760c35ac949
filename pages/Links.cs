using ChatChannels.Conversation;
using ChatChannels.Conversation.Localization;
using ChatChannels.Services.Cases;

namespace ChatChannels.Pages;

/// <summary>Where the pages of one case are, in the language of the page. No secret and no personal data stands in them.</summary>
/// <param name="Base">The path under which the program is reached, empty or with a slash in front.</param>
/// <param name="Fund">The fund that the link names; null for links that were sent before they named one.</param>
internal sealed record Links(string Base, FundId? Fund, CaseNumber Number, Language Language)
{
    public const string Receipts = "receipts";
    public const string Cases = "cases";

    public string Receipt => Of(Receipts);

    public string Case => Of(Cases);

    public string Decision => $"{Base}/{Cases}/{Place}/decision?lang={Language}";

    public string Change => $"{Base}/{Cases}/{Place}/change?lang={Language}";

    private string Place => Fund is { } fund ? $"{fund}/{Number}" : Number.Digits;

    /// <summary>What the QR code of a receipt holds: the page by which the case is validated.</summary>
    public static string FromOutside(Uri publicUrl, FundId fund, CaseNumber number) => new Uri(publicUrl, $"{Cases}/{fund}/{number}").ToString();

    /// <summary>The page of a door: of the case, where there is one.</summary>
    public string Of(string door) => Number.Digits.Length == 0 ? $"{Base}/{door}?lang={Language}" : $"{Base}/{door}/{Place}?lang={Language}";
}
