using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ChatChannels.Runtime.Storage;

/// <summary>Healthy while the writer makes transactions durable.</summary>
internal sealed class StoreHealth(StoreProof proof) : IHealthCheck
{
    [SuppressMessage("Design", "CA1031", Justification = "whatever is wrong, the answer is: not healthy")]
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await proof.Latest().WaitAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception error)
        {
            return HealthCheckResult.Unhealthy(error.GetType().Name);
        }
    }
}
