using ChatChannels.Runtime.Storage.Audit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ChatChannels.Runtime.Storage;

/// <summary>The door by which a host takes the storage in.</summary>
public static class StorageRegistration
{
    /// <summary>A store that is silent for so long is not there: who asks, a load balancer, does not wait either.</summary>
    private static readonly TimeSpan LongestPing = TimeSpan.FromSeconds(2);

    /// <summary>Adds the ports of the storage; it opens with the host, or stops the host from starting and says why.</summary>
    /// <param name="section">Bound to <see cref="StorageOptions"/>.</param>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration section)
    {
        services.AddOptions<StorageOptions>().Bind(section).ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IValidateOptions<StorageOptions>, StorageOptionsValidator>();
        services.AddSingleton(provider => new Storehouse(
            provider.GetRequiredService<IOptions<StorageOptions>>().Value, provider.GetRequiredService<ILogger<Storehouse>>()));
        services.AddHostedService<StorageStart>().AddHostedService<AuditWatch>();
        services.AddSingleton<StoreProof>().AddHealthChecks().AddCheck<StoreHealth>("storage", timeout: LongestPing);
        return services
            .Port(house => house.Store).Port(house => house.Inbox).Port(house => house.Outbox).Port(house => house.Dispatches).Port(house => house.Dialogues)
            .Port(house => house.Cases).Port(house => house.Documents).Port(house => house.DocumentLinks).Port(house => house.HandOvers)
            .Port(house => house.RegisterTables).Port(house => house.RegisterOutbox).Port(house => house.ClaimFollows)
            .Port(house => house.Attempts).Port(house => house.Allowances).Port(house => house.Challenges)
            .Port(house => house.LineHistory).Port(house => house.PasswordLinks).Port(house => house.ReverseProofs)
            .Port(house => house.Keys).Port(house => house.Audit);
    }

    private static IServiceCollection Port<T>(this IServiceCollection services, Func<Storehouse, T> port)
        where T : class => services.AddSingleton(provider => port(provider.GetRequiredService<Storehouse>()));
}
