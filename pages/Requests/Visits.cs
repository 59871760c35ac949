using ChatChannels.Conversation;
using ChatChannels.Conversation.Flows;
using ChatChannels.Runtime.Funds;
using ChatChannels.Runtime.Limits;
using ChatChannels.Runtime.Turns;
using ChatChannels.Runtime.Web;
using ChatChannels.Services.Actions;
using ChatChannels.Services.Cases;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ChatChannels.Pages.Requests;

/// <summary>Finds out who is at which page, and of which fund it is: what the link leads to says so, else the link itself, else nobody.</summary>
internal sealed class Visits(FundDirectory funds, ICaseFile cases, TimeProvider time)
{
    /// <summary>The fund's place in a page's path; links sent before there was one have none.</summary>
    public const string FundPlace = "fund";

    private const int LongestNumber = 19;

    private readonly Fund _unnamed = UnnamedFund.Of(funds.All);

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Whether a path can name a case at all.</summary>
    public static bool CanBe(string number) => number.Length is > 0 and <= LongestNumber && number.All(char.IsAsciiDigit);

    /// <summary>A visit to a case that is not opened yet: nothing is looked up for it, so that every number looks the same.</summary>
    public Visit To(HttpContext http, CaseNumber number) => In(Named(http), http, number);

    /// <summary>A visit to an opened case.</summary>
    public Visit To(HttpContext http, Case opened) => In(funds.Find(opened.Fund), http, opened.Number);

    /// <summary>The fund in which a case is tried: the link's, else the case's; for an unknown number any, which has none such.</summary>
    public async Task<Fund> TriedIn(HttpContext http, CaseNumber number) =>
        Named(http) ?? (await cases.FundOf(number, http.RequestAborted) is { } id ? funds.Find(id) : null) ?? _unnamed;

    /// <summary>A visit to nothing in particular: what a page of trouble needs.</summary>
    public Visit Astray(HttpContext http) => Of(null, http);

    /// <summary>A visit to a fund; where it is not known which, to that of the link.</summary>
    public Visit Of(FundId? fund, HttpContext http) => In((fund is { } id ? funds.Find(id) : null) ?? Named(http), http, new CaseNumber(""));

    /// <summary>The date in a fund's time zone.</summary>
    public DateOnly Today(Fund fund) => TurnDecider.Today(fund, time.GetUtcNow());

    private Fund? Named(HttpContext http) =>
        http.GetRouteValue(FundPlace) is string name ? funds.All.FirstOrDefault(fund => string.Equals(fund.Id.Value, name, StringComparison.Ordinal)) : null;

    private Visit In(Fund? named, HttpContext http, CaseNumber number)
    {
        var fund = named ?? _unnamed;
        var language = PageLanguage.Of(http.Request, fund);
        return new Visit(
            new Words(fund, language, Today(fund)) { IsNamed = named is not null },
            new Links(http.Request.PathBase.Value ?? "", named?.Id, number, language),
            new NetworkOrigin(NetworkParty.Of(http.Connection.RemoteIpAddress)));
    }
}
