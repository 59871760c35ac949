using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ChatChannels.Runtime.Delivery;

/// <summary>Says what waits for a sender. The node is ready all the same: people are served, and what they are to be told is kept.</summary>
internal sealed class SenderHealth(Unsent unsent) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(HealthCheckResult.Healthy(unsent.Sentence));
}
