namespace ChatChannels.Host.Starting;

/// <summary>Looks at the settings before anything else starts: refuses what must not be, and names what nothing reads.</summary>
internal sealed partial class StartCheck(KnownSettings known, StartRules rules, IConfiguration configuration, ILogger<StartCheck> log) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        foreach (var sentence in known.Unknown(configuration))
            LogUnknown(log, sentence);
        rules.Check();
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(1001, LogLevel.Warning, "{Sentence}")]
    private static partial void LogUnknown(ILogger logger, string sentence);
}
