using ChatChannels.Conversation;
using ChatChannels.Conversation.Flows;
using ChatChannels.Runtime.Funds;
using ChatChannels.Runtime.Turns;
using ChatChannels.Runtime.Web;
using ChatChannels.Services.Cases;
using Microsoft.AspNetCore.Http;

namespace ChatChannels.Pages.Requests;

/// <summary>Finds out who is at which door.</summary>
internal sealed class Visits(FundDirectory funds, ICaseFile cases, TimeProvider time)
{
    private const int LongestNumber = 19;

    public DateTimeOffset Now => time.GetUtcNow();

    private Fund Any => funds.All.MaxBy(fund => fund.Languages.Length)!;

    /// <summary>Whether a path can name a case at all.</summary>
    public static bool CanBe(string number) => number.Length is > 0 and <= LongestNumber && number.All(char.IsAsciiDigit);

    /// <summary>A visit to a case. An unknown number is answered as the fund of the most languages would.</summary>
    public async Task<Visit> To(HttpContext http, CaseNumber number)
    {
        var known = await cases.FundOf(number, http.RequestAborted);
        return In(known is { } id ? funds.Find(id) ?? Any : Any, http, number);
    }

    /// <summary>A visit to nothing in particular: what a page of trouble needs.</summary>
    public Visit Astray(HttpContext http) => Of(null, http);

    /// <summary>A visit to a fund; to the one of the most languages where it is not known which.</summary>
    public Visit Of(FundId? fund, HttpContext http) => In((fund is { } id ? funds.Find(id) : null) ?? Any, http, new CaseNumber(""));

    private Visit In(Fund fund, HttpContext http, CaseNumber number)
    {
        var language = PageLanguage.Of(http.Request, fund);
        var today = TurnDecider.Today(fund, time.GetUtcNow());
        return new Visit(new Words(fund, language, today), new Links(http.Request.PathBase.Value ?? "", number, language), Caller.Of(http));
    }
}
