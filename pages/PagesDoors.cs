using ChatChannels.Pages.Cases;
using ChatChannels.Pages.Requests;
using ChatChannels.Pages.Views;
using ChatChannels.Services.Documents;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ChatChannels.Pages;

/// <summary>The two doors of the pages that links in messages lead to.</summary>
public static class PagesDoors
{
    /// <summary>Registers the pages; the ports behind them are the host's.</summary>
    public static IServiceCollection AddPages(this IServiceCollection services, IConfiguration section)
    {
        services.AddSingleton<IValidateOptions<PagesOptions>, PagesOptionsCheck>();
        services.AddOptionsWithValidateOnStart<PagesOptions>().Bind(section);
        return services.AddSingleton<Visits>().AddSingleton<Decision>().AddSingleton<CasePages>().AddSingleton<PasswordPages>().AddSingleton<PaperPages>().AddSingleton<PageGuard>().AddSingleton<VisitorLimit>();
    }

    /// <summary>Maps <c>/receipts</c>, <c>/cases</c>, <c>/password</c> and <c>/papers</c>, and the files that they use under <c>/pages</c>.</summary>
    public static IEndpointRouteBuilder MapPages(this IEndpointRouteBuilder routes)
    {
        foreach (var file in new[] { PageFiles.Style, PageFiles.Print })
            routes.MapGet(file.Route, file.Serve).ExcludeFromDescription();
        var pages = routes.MapGroup("").ExcludeFromDescription().DisableAntiforgery();
        pages.AddEndpointFilter(routes.ServiceProvider.GetRequiredService<PageGuard>());
        pages.AddEndpointFilter(routes.ServiceProvider.GetRequiredService<VisitorLimit>());
        pages.MapGet("/receipts/{caseNumber}", (HttpContext http, CasePages on, string caseNumber) => on.Ask(http, Door.Receipt, caseNumber));
        pages.MapPost("/receipts/{caseNumber}", (HttpContext http, CasePages on, string caseNumber) => on.ShowReceipt(http, caseNumber));
        pages.MapGet("/cases/{caseNumber}", (HttpContext http, CasePages on, string caseNumber) => on.Ask(http, Door.Case, caseNumber));
        pages.MapPost("/cases/{caseNumber}", (HttpContext http, CasePages on, string caseNumber) => on.ShowCase(http, caseNumber));
        pages.MapPost("/cases/{caseNumber}/decision", (HttpContext http, CasePages on, string caseNumber) => on.Decide(http, caseNumber));
        pages.MapPost("/cases/{caseNumber}/change", (HttpContext http, CasePages on, string caseNumber) => on.Change(http, caseNumber));
        pages.MapGet("/password/{token}", (HttpContext http, PasswordPages on, string token) => on.Ask(http, token));
        pages.MapPost("/password/{token}", (HttpContext http, PasswordPages on, string token) => on.Set(http, token));
        pages.MapGet($"/{PaperLinks.Path}/{{token}}", (HttpContext http, PaperPages on, string token) => on.Ask(http, token));
        pages.MapPost($"/{PaperLinks.Path}/{{token}}", (HttpContext http, PaperPages on, string token) => on.Take(http, token)).WithMetadata(new SlowBody());
        return routes;
    }
}
