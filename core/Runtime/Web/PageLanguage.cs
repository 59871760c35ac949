using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.Localization;
using Microsoft.AspNetCore.Http;

namespace ChatChannels.Runtime.Web;

/// <summary>The language of a page: the one of its link, else the first of the browser's that the fund speaks, else the fund's.</summary>
public static class PageLanguage
{
    public static Language Of(HttpRequest request, Fund fund)
    {
        var wanted = request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(language => language.Quality ?? 1)
            .Where(language => language.Quality is not 0)
            .Select(language => language.Value.ToString())
            .Prepend(request.Query["lang"].ToString());
        return wanted.Select(fund.LanguageOf).FirstOrDefault(language => language is not null) ?? fund.Languages[0];
    }
}
