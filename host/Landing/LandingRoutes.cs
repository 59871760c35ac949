namespace ChatChannels.Host.Landing;

/// <summary>Takes the landing page in.</summary>
internal static class LandingRoutes
{
    public static IServiceCollection AddLanding(this IServiceCollection services) =>
        services.AddSingleton<Documentation>().AddSingleton<LandingOffers>().AddSingleton<LandingPage>();

    /// <summary>Maps <c>/</c>, its files under <c>/landing</c>, and in development the documents of the source.</summary>
    public static void MapLanding(this IEndpointRouteBuilder routes)
    {
        foreach (var file in new[] { LandingPage.Style, LandingPage.Icon })
            routes.MapGet(file.Route, file.Serve).ExcludeFromDescription();
        routes.MapGet("/", (HttpContext http, LandingPage page) => page.Show(http)).ExcludeFromDescription();
        if (routes.ServiceProvider.GetRequiredService<Documentation>().IsServed)
            routes.MapGet($"{Documentation.Route}/{{**path}}", (HttpContext http, Documentation documents, string path) => documents.Show(http, path)).ExcludeFromDescription();
    }
}
