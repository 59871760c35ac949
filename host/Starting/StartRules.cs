using ChatChannels.Runtime.Funds;
using ChatChannels.Runtime.Storage;
using ChatChannels.Simulator;
using ChatChannels.Ussd;
using Microsoft.Extensions.Options;

namespace ChatChannels.Host.Starting;

/// <summary>
/// What an operator must have set: outside development nothing is guessed that people or data depend on, and nothing is served to strangers.
/// </summary>
internal sealed class StartRules(
    IHostEnvironment environment,
    IConfiguration configuration,
    IOptions<FundsOptions> funds,
    IOptions<StorageOptions> storage,
    IOptions<UssdOptions> ussd,
    IOptions<SimulatorOptions> simulator)
{
    /// <summary>Checks what the service needs.</summary>
    /// <exception cref="StartRefusedException">Something is not set as it must be; the message says all of it.</exception>
    public void Check() => Refuse([.. Problems()]);

    /// <summary>A sentence for each setting that is not as it must be; it names the setting. None when all is well.</summary>
    public IEnumerable<string> Problems()
    {
        if (string.Equals(configuration["ForwardedHeaders_Enabled"], "true", StringComparison.OrdinalIgnoreCase))
            yield return "ASPNETCORE_FORWARDEDHEADERS_ENABLED takes anybody's word on where a request came from. Unset it, and name your proxies in Proxies:Trusted.";
        if (environment.IsDevelopment())
            yield break;
        foreach (var problem in Links(configuration, funds.Value).Concat(Places(storage.Value)).Concat(Doors(ussd.Value, simulator.Value)))
            yield return problem;
    }

    /// <summary>Checks what a command needs that opens the storage.</summary>
    /// <exception cref="StartRefusedException">A place is not absolute: from another folder it would be another database, and another key.</exception>
    public static StorageOptions Storage(IServiceProvider parts)
    {
        var options = parts.GetRequiredService<IOptions<StorageOptions>>().Value;
        if (!parts.GetRequiredService<IHostEnvironment>().IsDevelopment())
            Refuse([.. Places(options)]);
        return options;
    }

    private static IEnumerable<string> Links(IConfiguration configuration, FundsOptions funds)
    {
        const string Setting = "Funds:PublicUrl";
        if (string.IsNullOrWhiteSpace(configuration[Setting]))
            yield return $"{Setting} is not set. It is the address under which people reach the pages that messages link to, for instance https://chat.fund.example/.";
        else if (funds.PublicUrl is { Scheme: not "https", IsLoopback: false } open)
            yield return $"{Setting} is {open}. Outside development it must begin with https://: passwords are typed on the pages that it leads to.";
    }

    private static IEnumerable<string> Places(StorageOptions options)
    {
        var places = new List<(string Setting, string Path)> { (nameof(StorageOptions.KeyFile), options.KeyFile) };
        if (options.Kind is StorageKind.Sqlite)
            places.Insert(0, (nameof(StorageOptions.Path), options.Path));
        if (options.AuditAnchor is { } anchor)
            places.Add((nameof(StorageOptions.AuditAnchor), anchor));
        return places.Where(place => !Path.IsPathFullyQualified(place.Path)).Select(place =>
            $"Storage:{place.Setting} is {place.Path}. Outside development it must be an absolute path, for instance /var/lib/chatchannels/{Path.GetFileName(place.Path)}: started from another folder, the service would make a new one.");
    }

    private static IEnumerable<string> Doors(UssdOptions ussd, SimulatorOptions simulator)
    {
        if (ussd.AfricasTalking is { SecretPath: null, User: null } gateway && string.IsNullOrWhiteSpace(gateway.AllowedNetworks))
            yield return "Ussd:AfricasTalking has no authentication. Set SecretPath, User and Password, or AllowedNetworks; only development does without.";
        if (simulator.Enabled || simulator.AllowRemote)
            yield return $"Simulator:{(simulator.Enabled ? nameof(simulator.Enabled) : nameof(simulator.AllowRemote))} is set. The simulator shows the messages of any number to whoever opens it: it is for development alone.";
    }

    private static void Refuse(IReadOnlyCollection<string> sentences)
    {
        if (sentences.Count > 0)
            throw new StartRefusedException(string.Join(Environment.NewLine, sentences));
    }
}
