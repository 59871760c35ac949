using System.Text;
using System.Text.RegularExpressions;
using ChatChannels.Runtime.Funds;
using ChatChannels.Runtime.Web;

namespace ChatChannels.Host.Landing;

/// <summary>
/// The README and the documents of the source, as text whose links work; in development only, where the service runs from the
/// source. A published service has no source beside it, and serves none.
/// </summary>
internal sealed partial class Documentation(FundFolder funds, IHostEnvironment environment)
{
    public const string Route = "/documentation";

    private const string Policy = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private readonly string _root = Path.GetFullPath(Path.Combine(funds.Path, ".."));

    public bool IsServed => environment.IsDevelopment() && File.Exists(Path.Combine(_root, "README.md"));

    /// <summary>A document by its path from the root of the source; none but Markdown, pictures, the licence and what they describe in YAML.</summary>
    public IResult Show(HttpContext http, string path)
    {
        var file = Path.GetFullPath(Path.Combine(_root, path));
        if (!IsServed || !Served().IsMatch(path) || !file.StartsWith(_root + Path.DirectorySeparatorChar, StringComparison.Ordinal) || !File.Exists(file))
            return TypedResults.NotFound();
        http.Response.Headers.ContentSecurityPolicy = Policy;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        if (path.EndsWith(".png", StringComparison.Ordinal))
            return TypedResults.PhysicalFile(file, "image/png");
        var page = Html.Of(
            $"""
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>{path} - ChatChannels</title>
            <link rel="icon" href="{LandingPage.Icon.Link(http.Request.PathBase.Value ?? "")}"><link rel="stylesheet" href="{LandingPage.Style.Link(http.Request.PathBase.Value ?? "")}"></head>
            <body><main><pre class="document">{Linked(File.ReadAllText(file))}</pre></main></body>
            </html>
            """);
        return TypedResults.Bytes(Encoding.UTF8.GetBytes(page.Markup), "text/html; charset=utf-8");
    }

    /// <summary>The text with its relative links made to work; all else stands as it is written.</summary>
    private static Html Linked(string markdown)
    {
        var (parts, done) = (new List<Html>(), 0);
        foreach (Match link in RelativeLink().Matches(markdown))
        {
            parts.Add(Html.Of($"{markdown[done..link.Index]}<a href=\"{link.Groups["to"].Value}\">{link.Groups["words"].Value}</a>"));
            done = link.Index + link.Length;
        }

        parts.Add(Html.Of($"{markdown[done..]}"));
        return Html.All(parts);
    }

    [GeneratedRegex(@"^(?:[A-Za-z0-9_-]+/)*(?:LICENSE|[A-Za-z0-9_.-]+\.(?:md|png|yaml))$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Served();

    [GeneratedRegex(@"!?\[(?<words>[^\[\]]+)\]\((?<to>[^():\s]+)\)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex RelativeLink();
}
