using System.Net;
using ChatChannels.Runtime.Web;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace ChatChannels.Host;

/// <summary>Takes the word of trusted proxies on who called and by which scheme.</summary>
internal static class Proxies
{
    /// <summary>Where the framework leaves the proxy's own address, having read who called it.</summary>
    private const string Read = "X-Original-For";

    public static void AddProxies(this WebApplicationBuilder builder)
    {
        builder.Services.AddProxiesOptions(builder.Configuration.GetSection("Proxies"));
        builder.Services.AddSingleton(provider => new LocalAccess(
            provider.GetRequiredService<IHostEnvironment>().IsDevelopment(),
            provider.GetRequiredService<IOptions<ProxiesOptions>>().Value.Networks()));
    }

    /// <summary>Nothing at all where no proxy is trusted.</summary>
    public static void UseProxies(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<IOptions<ProxiesOptions>>().Value;
        if (options.Networks() is not { Count: > 0 } trusted)
            return;
        var headers = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            ForwardLimit = options.Hops,
        };
        headers.KnownProxies.Clear();
        headers.KnownIPNetworks.Clear(); // by default this machine is one
        foreach (var network in trusted)
            headers.KnownIPNetworks.Add(network);
        app.Use(Forget);
        app.UseForwardedHeaders(headers);
        app.Use(NeverThisMachine);
    }

    /// <summary>What only the framework may say of a request.</summary>
    private static Task Forget(HttpContext http, RequestDelegate next)
    {
        http.Request.Headers.Remove(Read);
        http.Request.Headers.Remove(TransportSecurity.ReadScheme);
        return next(http);
    }

    /// <summary>A caller of the proxy is not on this machine, whatever a header says: such a one is nobody known.</summary>
    private static Task NeverThisMachine(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Headers.ContainsKey(Read) && http.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote))
            http.Connection.RemoteIpAddress = null;
        return next(http);
    }
}
