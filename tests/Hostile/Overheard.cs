using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace ChatChannels.Tests.Hostile;

/// <summary>Everything a service says where operators read it: logs of every level with scopes, values and exceptions, and traces.</summary>
internal sealed class Overheard : ILoggerProvider, ILogger
{
    public static readonly string[] Settings =
    [
        "--Logging:LogLevel:Default", "Trace", "--Logging:LogLevel:Microsoft.AspNetCore", "Trace", "--Logging:Console:LogLevel:Default", "None",
    ];

    /// <summary>The language of the scripts that are listened to.</summary>
    public const string Language = "fr";

    private readonly ActivityListener _traces;

    public Overheard()
    {
        _traces = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => Lines.Enqueue(string.Join(' ', (IEnumerable<object?>)[activity.DisplayName, .. activity.TagObjects, .. activity.Baggage, .. activity.Events.SelectMany(happened => happened.Tags)])),
        };
        ActivitySource.AddActivityListener(_traces);
    }

    public ConcurrentQueue<string> Lines { get; } = [];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        Lines.Enqueue($"{state} {Values(state)}");
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Lines.Enqueue($"{formatter(state, exception)} {Values(state)} {exception}");

    public void Dispose() => _traces.Dispose();

    private static string Values(object? state) =>
        state is IEnumerable<KeyValuePair<string, object?>> values ? string.Join(' ', values.Select(value => $"{value.Key}={value.Value}")) : "";
}
