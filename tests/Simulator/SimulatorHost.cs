using System.Net;
using ChatChannels.Simulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ChatChannels.Tests.Simulator;

/// <summary>The simulator on a free port, with an invented world and gateway behind it.</summary>
internal sealed class SimulatorHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private SimulatorHost(WebApplication app) => _app = app;

    public FakeWorld World { get; } = new();

    public FakeGateway Gateway { get; } = new();

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>Starts it; <paramref name="caller"/> is the address every request seems to come from.</summary>
    public static async Task<SimulatorHost> StartAsync(bool enabled = true, bool allowRemote = false, IPAddress? caller = null, string? fund = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection([
            new("Simulator:Enabled", enabled.ToString()),
            new("Simulator:AllowRemote", allowRemote.ToString()),
            new("Simulator:Fund", fund),
        ]);
        builder.Services.AddSimulator(builder.Configuration.GetSection("Simulator"));
        SimulatorHost? host = null;
        builder.Services.AddSingleton<ISimulatorWorld>(_ => host!.World);

        host = new SimulatorHost(builder.Build());
        await host.RunAsync(caller);
        return host;
    }

    public HttpClient Client() => new() { BaseAddress = Address };

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task RunAsync(IPAddress? caller)
    {
        if (caller is not null)
            _app.Use((http, next) =>
            {
                http.Connection.RemoteIpAddress = caller;
                return next(http);
            });
        _app.UseRouting();
        _app.MapSimulator();
        Gateway.Map(_app);
        await _app.StartAsync();
        var addresses = _app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>();
        Address = new Uri(addresses.Addresses.Single());
    }
}
