using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ChatChannels.Simulator;

/// <summary>The two doors of the simulator: register it, map it.</summary>
public static class SimulatorDoors
{
    /// <summary>Registers the options. The host registers its own <see cref="ISimulatorWorld"/>.</summary>
    public static IServiceCollection AddSimulator(this IServiceCollection services, IConfiguration section)
    {
        services.AddOptions<SimulatorOptions>().Bind(section);
        return services;
    }

    /// <summary>Maps the page, its files and its interface under <c>/simulator</c>; nothing when it is not enabled.</summary>
    public static IEndpointRouteBuilder MapSimulator(this IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        var options = routes.ServiceProvider.GetRequiredService<IOptions<SimulatorOptions>>().Value;
        if (!options.Enabled)
            return routes;

        var doors = routes.MapGroup("").ExcludeFromDescription();
        if (!options.AllowRemote)
            doors.AddEndpointFilter(LocalCallers.OnlyAsync);

        var group = doors.MapGroup("/simulator");
        group.MapPage();
        group.MapApi();
        return routes;
    }
}
