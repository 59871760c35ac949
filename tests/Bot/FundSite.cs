using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ChatChannels.Tests.Bot;

/// <summary>A fund's own site, of another origin than the service: one page, with whatever line it is given.</summary>
internal sealed class FundSite : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FundSite(WebApplication app) => _app = app;

    public string Origin => _app.Urls.Single();

    /// <summary>The line that the fund put into its page.</summary>
    public string Line { get; set; } = "";

    public static async Task<FundSite> Open(string language)
    {
        var app = WebApplication.CreateSlimBuilder().Build();
        var site = new FundSite(app);
        var direction = language is "ar" ? "rtl" : "ltr";
        app.Urls.Add("http://127.0.0.1:0");
        app.MapGet("/", () => Results.Content(
            $"""<!doctype html><html lang="{language}" dir="{direction}"><head><title>.</title></head><body><main><h1>.</h1></main>{site.Line}</body></html>""",
            "text/html; charset=utf-8"));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return site;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
