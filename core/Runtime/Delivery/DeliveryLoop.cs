using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ChatChannels.Runtime.Delivery;

/// <summary>Keeps the courier going: from time to time, and when the bell rings.</summary>
public sealed partial class DeliveryLoop(Courier courier, DeliveryBell bell, IOptions<DeliveryOptions> options, TimeProvider time, ILogger<DeliveryLoop> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Rounds.Once(courier.Begin, failure => LogFailed(logger, failure), stoppingToken);
        await using var timer = time.CreateTimer(_ => bell.Ring(), null, options.Value.Every, options.Value.Every);
        await foreach (var _ in bell.Rings(stoppingToken))
            await Rounds.Once(courier.Round, failure => LogFailed(logger, failure), stoppingToken);
    }

    [LoggerMessage(1203, LogLevel.Error, "A delivery round failed; the next one goes on")]
    private static partial void LogFailed(ILogger logger, Exception failure);
}
