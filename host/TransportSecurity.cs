namespace ChatChannels.Host;

/// <summary>
/// Keeps browsers on TLS, outside of development: who came by it is told to come by nothing else (RFC 6797), and a page that was asked
/// for without it is looked for with it. Gateways and probes are never sent elsewhere.
/// </summary>
internal static class TransportSecurity
{
    /// <summary>Where the framework leaves the scheme between it and the proxy, having read the one before the proxy.</summary>
    public const string ReadScheme = "X-Original-Proto";

    public static void AddTransportSecurity(this IServiceCollection services) =>
        services.AddHsts(hsts => hsts.MaxAge = TimeSpan.FromDays(365));

    public static void UseTransportSecurity(this WebApplication app)
    {
        if (app.Environment.IsDevelopment())
            return;
        app.UseHsts();
        if (app.Configuration["Proxies:Trusted"] is { Length: > 0 })
            app.Use(SendOn);
        if (app.Configuration["Urls"]?.Contains("https://", StringComparison.OrdinalIgnoreCase) is true)
            app.UseWhen(IsPage, pages => pages.UseHttpsRedirection());
    }

    /// <summary>A trusted proxy says that it was asked without TLS.</summary>
    private static Task SendOn(HttpContext http, RequestDelegate next)
    {
        if (http.Request.IsHttps || !IsPage(http) || !http.Request.Headers.ContainsKey(ReadScheme))
            return next(http);
        http.Response.Redirect($"https://{http.Request.Host}{http.Request.PathBase}{http.Request.Path}{http.Request.QueryString}", permanent: false, preserveMethod: true);
        return Task.CompletedTask;
    }

    private static bool IsPage(HttpContext http) =>
        (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
        && !http.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal);
}
