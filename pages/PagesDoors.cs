using ChatChannels.Pages.Cases;
using ChatChannels.Pages.Requests;
using ChatChannels.Pages.Views;
using ChatChannels.Services.Accounts;
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
        pages.MapCases("").MapCases($"{{{Visits.FundPlace}}}/").MapLinks("").MapLinks($"{{{Visits.FundPlace}}}/");
        return routes;
    }

    /// <summary>The pages of a case.</summary>
    /// <param name="fund">The fund's place in the path; links that were sent before there was one lead there without it.</param>
    private static RouteGroupBuilder MapCases(this RouteGroupBuilder pages, string fund)
    {
        pages.MapGet($"/receipts/{fund}{{caseNumber}}", (HttpContext http, CasePages on, string caseNumber) => on.Ask(http, Door.Receipt, caseNumber));
        pages.MapPost($"/receipts/{fund}{{caseNumber}}", (HttpContext http, CasePages on, string caseNumber) => on.ShowReceipt(http, caseNumber));
        pages.MapGet($"/cases/{fund}{{caseNumber}}", (HttpContext http, CasePages on, string caseNumber) => on.Ask(http, Door.Case, caseNumber));
        pages.MapPost($"/cases/{fund}{{caseNumber}}", (HttpContext http, CasePages on, string caseNumber) => on.ShowCase(http, caseNumber));
        pages.MapPost($"/cases/{fund}{{caseNumber}}/decision", (HttpContext http, CasePages on, string caseNumber) => on.Decide(http, caseNumber));
        pages.MapPost($"/cases/{fund}{{caseNumber}}/change", (HttpContext http, CasePages on, string caseNumber) => on.Change(http, caseNumber));
        return pages;
    }

    private static RouteGroupBuilder MapLinks(this RouteGroupBuilder pages, string fund)
    {
        pages.MapGet($"/{SendPasswordLinkAction.Path}/{fund}{{token}}", (HttpContext http, PasswordPages on, string token) => on.Ask(http, token));
        pages.MapPost($"/{SendPasswordLinkAction.Path}/{fund}{{token}}", (HttpContext http, PasswordPages on, string token) => on.Set(http, token));
        pages.MapGet($"/{PaperLinks.Path}/{fund}{{token}}", (HttpContext http, PaperPages on, string token) => on.Ask(http, token));
        pages.MapPost($"/{PaperLinks.Path}/{fund}{{token}}", (HttpContext http, PaperPages on, string token) => on.Take(http, token)).WithMetadata(new SlowBody());
        return pages;
    }
}
