using ChatChannels.Bot;
using ChatChannels.Host.Landing;
using ChatChannels.Host.Simulated;
using ChatChannels.Host.Starting;
using ChatChannels.Pages;
using ChatChannels.Runtime;
using ChatChannels.Simulator;
using ChatChannels.Ussd;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace ChatChannels.Host;

/// <summary>The only place where all parts meet: which there are, under which routes and from which sections.</summary>
public static class Composition
{
    /// <summary>How long a request may take to arrive: phones' networks are slow, but behind gateways, and a page's form is short.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>The framework's ways to say where it listens, by command line, environment or file.</summary>
    private static readonly string[] Addresses = ["urls", "http_ports", "https_ports"];

    /// <summary>Builds the service.</summary>
    /// <param name="args">Configuration by command line (<c>--urls</c>, <c>--Section:Key value</c>).</param>
    /// <param name="arrange">Last changes before it is built: tests and replays put in their own clock, ids and senders.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? arrange = null)
    {
        var app = BuildParts(args, arrange);
        MapParts(app);
        return app;
    }

    /// <summary>The parts without their routes, for commands that serve nobody: content that is broken must not keep them from saying so.</summary>
    public static WebApplication BuildParts(string[] args, Action<WebApplicationBuilder>? arrange = null)
    {
        if (AppContext.TryGetSwitch("System.Globalization.Invariant", out var invariant) && invariant)
            throw new InvalidOperationException("French and Arabic need ICU: do not run in invariant globalization mode.");
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        if (!Addresses.Any(name => builder.Configuration[name] is { Length: > 0 }))
            builder.Configuration["Urls"] = "http://localhost:5080";
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 64 * 1024;
            kestrel.Limits.MaxRequestBufferSize = 128 * 1024; // a connection holds no more, however much is sent that nobody reads
            kestrel.Limits.RequestHeadersTimeout = Patience;
            kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 240, Patience);
        });
        // It says nothing that we would read, and to be able to it makes an activity and a scope for every request.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        AddParts(builder.Services, builder.Configuration, builder.Environment);
        builder.AddProxies();
        arrange?.Invoke(builder);
        return builder.Build();
    }

    private static void AddParts(IServiceCollection services, ConfigurationManager configuration, IWebHostEnvironment environment)
    {
        services.AddProblemDetails();
        services.AddHostedService<StartCheck>().AddSingleton<StartRules>().AddSingleton(new KnownSettings(services));
        services.AddTransportSecurity();
        services.AddRuntime(configuration);
        services.AddUssd(configuration.GetSection("Ussd"));
        services.AddBot(configuration.GetSection("Bot"));
        services.AddPages(configuration.GetSection("Pages"));
        services.AddSimulator(configuration.GetSection("Simulator"));
        if (configuration.GetValue<bool>("Simulator:Enabled") && environment.IsDevelopment())
            services.AddLocalSenders();
        services.AddSingleton<ISimulatorWorld, SimulatorWorld>();
        services.AddLanding();
    }

    private static void MapParts(WebApplication app)
    {
        app.UseProxies();
        app.UseTransportSecurity();
        app.UseWebSockets();
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new() { ResponseWriter = ReadyReport.Write });
        app.MapGroup("/ussd").MapUssd();
        app.MapBot();
        app.MapPages();
        app.MapSimulator();
        app.MapLanding();
    }
}
