using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace ChatChannels.Host.Replay;

/// <summary>Somebody at the page where a paper is sent: gives the status and the heading of what comes back.</summary>
internal static partial class PaperPage
{
    public static async Task<string> Send(HttpClient http, string link)
    {
        using var content = new ByteArrayContent(SampleFiles.Photo);
        using var form = new MultipartFormDataContent { { content, "file", "photo.jpg" } };
        using var response = await http.PostAsync(new Uri(link, UriKind.Relative), form);
        var heading = WebUtility.HtmlDecode(Heading().Match(await response.Content.ReadAsStringAsync()).Groups["words"].Value);
        return string.Create(CultureInfo.InvariantCulture, $"{(int)response.StatusCode} {heading}");
    }

    [GeneratedRegex("<h1>(?<words>[^<]*)</h1>", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Heading();
}
