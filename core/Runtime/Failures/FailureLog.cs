using Microsoft.Extensions.Logging;

namespace ChatChannels.Runtime.Failures;

/// <summary>
/// Tells of what fails by the thousand while something behind is down: of each kind of failure one whole with its calls a minute, of all
/// others the references that people were told, many on a line and a line a second; and when it is over.
/// </summary>
public sealed partial class FailureLog(ILogger logger, TimeProvider time) : IDisposable
{
    /// <summary>How often a failure of one kind is told whole.</summary>
    public static readonly TimeSpan Whole = TimeSpan.FromMinutes(1);

    /// <summary>How long the references of others are gathered.</summary>
    public static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    /// <summary>How long nothing must have failed for a success to mean that it is over.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromSeconds(5);

    /// <summary>References on a line.</summary>
    private const int Most = 100;

    private readonly Lock _lock = new();
    private readonly Dictionary<(string What, string Kind), Kept> _kinds = [];
    private ITimer? _timer;
    private long _first;
    private long _latest;
    private int _failed;
    private volatile bool _isFailing;

    /// <summary>Something failed.</summary>
    /// <param name="what">What it was, of few words there are; nothing personal.</param>
    /// <param name="reference">What the person was told; empty where nobody was.</param>
    public void Failed(string what, Exception failure, string reference = "")
    {
        ArgumentNullException.ThrowIfNull(failure);
        var kind = KindOf(failure);
        lock (_lock)
        {
            _latest = time.GetTimestamp();
            if (_failed++ is 0)
                _first = _latest;
            _isFailing = true;
            if (!_kinds.TryGetValue((what, kind), out var kept))
                _kinds[(what, kind)] = kept = new Kept();
            if (kept.IsDue(time))
                LogWhole(logger, failure, what, reference);
            else if (kept.Add(reference) >= Most)
                Tell(what, kind, kept);
            else
                _timer ??= time.CreateTimer(_ => TellAll(), null, Pace, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Something succeeded. Costs nothing while nothing fails.</summary>
    public void Succeeded()
    {
        if (!_isFailing)
            return;
        lock (_lock)
        {
            if (!_isFailing || time.GetElapsedTime(_latest) < Quiet)
                return;
            TellAll();
            LogOver(logger, _failed, (int)time.GetElapsedTime(_first, _latest).TotalSeconds);
            (_isFailing, _failed) = (false, 0);
            _kinds.Clear();
        }
    }

    public void Dispose() => TellAll();

    private static string KindOf(Exception failure) => failure.InnerException is { } inner
        ? $"{failure.GetType().Name} of {inner.GetType().Name}"
        : failure.GetType().Name;

    private void TellAll()
    {
        lock (_lock)
        {
            _timer?.Dispose();
            _timer = null;
            foreach (var ((what, kind), kept) in _kinds)
                Tell(what, kind, kept);
        }
    }

    private void Tell(string what, string kind, Kept kept)
    {
        if (kept.Count > 0)
            LogMore(logger, kept.Count, what, kind, kept.Take());
    }

    [LoggerMessage(1011, LogLevel.Error, "A {What} failed, reference {Reference}")]
    private static partial void LogWhole(ILogger logger, Exception failure, string what, string reference);

    [LoggerMessage(1012, LogLevel.Error, "{Count} more failed: {What} by {Kind}, references {References}")]
    private static partial void LogMore(ILogger logger, int count, string what, string kind, string references);

    [LoggerMessage(1013, LogLevel.Information, "It succeeds again; {Count} had failed in {Seconds} s")]
    private static partial void LogOver(ILogger logger, int count, int seconds);

    /// <summary>What is kept of a kind of failure.</summary>
    private sealed class Kept
    {
        private readonly List<string> _references = [];
        private long? _whole;

        /// <summary>How many are to be told of.</summary>
        public int Count { get; private set; }

        /// <summary>Whether one is to be told whole; then it counts as told.</summary>
        public bool IsDue(TimeProvider time)
        {
            if (_whole is { } last && time.GetElapsedTime(last) < Whole)
                return false;
            _whole = time.GetTimestamp();
            return true;
        }

        public int Add(string reference)
        {
            if (reference.Length > 0)
                _references.Add(reference);
            return ++Count;
        }

        public string Take()
        {
            var references = string.Join(' ', _references);
            _references.Clear();
            Count = 0;
            return references;
        }
    }
}
