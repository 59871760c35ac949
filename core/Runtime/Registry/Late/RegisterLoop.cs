using ChatChannels.Conversation;
using ChatChannels.Runtime.Funds;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ChatChannels.Runtime.Registry.Late;

/// <summary>Keeps requests, late questions and the news of claims going, each at its own pace: a slow one holds up no other.</summary>
public sealed partial class RegisterLoop(
    FundDirectory funds, RequestCourier courier, LateAnswerRun answers, ClaimWatch watch, IOptions<RegisterOptions> options, TimeProvider time, ILogger<RegisterLoop> logger)
    : BackgroundService
{
    /// <summary>Starts the rounds.</summary>
    /// <exception cref="InvalidDataException">The configuration names a fund that there is not.</exception>
    public override Task StartAsync(CancellationToken cancellationToken) =>
        (options.Value.Remotes ?? []).FirstOrDefault(remote => funds.Find(new FundId(remote.Fund)) is null) is { } strange
            ? throw new InvalidDataException($"Register:Remotes names the fund {strange.Fund}, which is not there.")
            : base.StartAsync(cancellationToken);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        Repeat(courier.Round, options.Value.Every, stoppingToken),
        Repeat(answers.Round, options.Value.Every, stoppingToken),
        Repeat(watch.Pass, options.Value.ClaimsEvery, stoppingToken));

    private async Task Repeat(Func<CancellationToken, Task<int>> round, TimeSpan every, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(every, time);
        while (await timer.WaitForNextTickAsync(stop))
            await Rounds.Once(round, failure => LogFailed(logger, failure), stop);
    }

    [LoggerMessage(1307, LogLevel.Error, "A round for the registers failed; the next one goes on")]
    private static partial void LogFailed(ILogger logger, Exception failure);
}
