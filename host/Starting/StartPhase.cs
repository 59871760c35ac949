namespace ChatChannels.Host.Starting;

/// <summary>The time until the service listens. What keeps it from starting is said once, in a sentence, and not by the framework's logs as well.</summary>
internal sealed class StartPhase
{
    /// <summary>Those that log the exception of a start that failed, and the least level that is logged of each at other times.</summary>
    private static readonly (string Category, LogLevel Least)[] Loud =
    [
        ("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Information),
        ("Microsoft.AspNetCore.Server.Kestrel", LogLevel.Warning),
    ];

    public bool IsOver { get; set; }

    public void Quieten(ILoggingBuilder logging)
    {
        foreach (var (category, least) in Loud)
            logging.AddFilter(category, level => level >= least && (IsOver || level < LogLevel.Error));
    }
}
