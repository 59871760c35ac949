using ChatChannels.Simulator;
using ChatChannels.Ussd;
using Microsoft.Extensions.Options;

namespace ChatChannels.Host;

/// <summary>What must not be served as it is set. Each sentence names the setting to mend.</summary>
internal static class StartCheck
{
    /// <summary>Refuses the start.</summary>
    /// <exception cref="InvalidDataException">There is something.</exception>
    public static void Run(WebApplication app)
    {
        if (Problems(app).ToList() is { Count: > 0 } problems)
            throw new InvalidDataException(string.Join(Environment.NewLine, problems));
    }

    /// <summary>The sentences; none when all is well.</summary>
    public static IEnumerable<string> Problems(WebApplication app)
    {
        if (string.Equals(app.Configuration["ForwardedHeaders_Enabled"], "true", StringComparison.OrdinalIgnoreCase))
            yield return "ASPNETCORE_FORWARDEDHEADERS_ENABLED takes anybody's word on where a request came from. Unset it, and name your proxies in Proxies:Trusted.";
        if (app.Environment.IsDevelopment())
            yield break;
        var gateway = app.Services.GetRequiredService<IOptions<UssdOptions>>().Value.AfricasTalking;
        if (gateway is { SecretPath: null, User: null } && string.IsNullOrWhiteSpace(gateway.AllowedNetworks))
            yield return "Ussd:AfricasTalking has no authentication. Set SecretPath, User and Password, or AllowedNetworks; only development does without.";
        var simulator = app.Services.GetRequiredService<IOptions<SimulatorOptions>>().Value;
        if (simulator.Enabled || simulator.AllowRemote)
            yield return $"Simulator:{(simulator.Enabled ? nameof(simulator.Enabled) : nameof(simulator.AllowRemote))} is set. The simulator shows the messages of any number to whoever opens it: it is for development alone.";
    }
}
