using System.Collections.Concurrent;
using System.Globalization;
using ChatChannels.Runtime.Failures;
using Microsoft.Extensions.Logging;

namespace ChatChannels.Tests.Runtime.Failures;

/// <summary>An outage fills no disk: each kind of failure is told whole once a minute, every reference once, and the end of it.</summary>
public sealed class FailureLogTests : IDisposable
{
    private const string Turn = "turn of fund-a";

    private readonly FakeTime _time = new();
    private readonly Told _told = new();
    private readonly FailureLog _log;

    public FailureLogTests() => _log = new FailureLog(_told, _time);

    public void Dispose() => _log.Dispose();

    [Fact]
    public void Failed_AThousandTimes_IsOneWholeAndAFewLinesWithEveryReference()
    {
        for (var n = 0; n < 1000; n++)
            _log.Failed(Turn, Thrown(n), Reference(n));
        _time.Pass(FailureLog.Pace);

        Assert.Single(_told.Lines, line => line.Contains("   at ", StringComparison.Ordinal));
        Assert.Equal(1 + 10, _told.Lines.Count);
        var all = string.Join('\n', _told.Lines);
        Assert.All(Enumerable.Range(0, 1000), n => Assert.Contains(Reference(n), all, StringComparison.Ordinal));
        Assert.InRange(all.Length, 1, 1000 * 12);
        Assert.DoesNotContain("secret 5", all, StringComparison.Ordinal); // what failures say is told of the first alone
    }

    [Fact]
    public void Failed_AnotherKindOrAMinuteLater_IsToldWholeAgain()
    {
        _log.Failed(Turn, Thrown(0), "1");
        _log.Failed(Turn, new TimeoutException(), "2");
        _log.Failed("page", Thrown(0), "3");
        _log.Failed(Turn, Thrown(0), "4");
        _time.Pass(FailureLog.Whole);
        _log.Failed(Turn, Thrown(0), "5");

        Assert.Equal(["1", "2", "3", "5"], _told.Whole, StringComparer.Ordinal);
        Assert.Contains(_told.Lines, line => line.Contains("1 more failed: turn of fund-a by InvalidOperationException, references 4", StringComparison.Ordinal));
    }

    [Fact]
    public void Failed_FewAndNoMore_AreToldWithinASecond()
    {
        _log.Failed(Turn, Thrown(0), "1");
        _log.Failed(Turn, Thrown(0), "2");
        Assert.Single(_told.Lines);

        _time.Pass(FailureLog.Pace);

        Assert.Contains("references 2", _told.Lines.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public void Succeeded_AfterQuiet_IsToldOnceWithTheCount()
    {
        _log.Succeeded();
        _log.Failed(Turn, Thrown(0), "1");
        _time.Pass(TimeSpan.FromSeconds(30));
        _log.Failed(Turn, Thrown(0), "2");
        _log.Succeeded(); // some fail, some do not
        Assert.DoesNotContain(_told.Lines, line => line.Contains("succeeds again", StringComparison.Ordinal));

        _time.Pass(FailureLog.Quiet);
        _log.Succeeded();
        _log.Succeeded();

        Assert.Single(_told.Lines, line => line.Contains("It succeeds again; 2 had failed in 30 s", StringComparison.Ordinal));
    }

    private static string Reference(int n) => (100_000 + n).ToString(CultureInfo.InvariantCulture);

    private static InvalidOperationException Thrown(int n)
    {
        try
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"secret {n}"));
        }
        catch (InvalidOperationException thrown)
        {
            return thrown;
        }
    }

    private sealed class Told : ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ConcurrentQueue<string> Whole { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var line = formatter(state, exception);
            if (exception is not null)
                Whole.Enqueue(line.Split(' ')[^1]);
            Lines.Enqueue($"{line} {exception}");
        }
    }

    /// <summary>A time whose timers run when it passes.</summary>
    private sealed class FakeTime : TimeProvider
    {
        private readonly List<Waiting> _waiting = [];
        private long _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = new Waiting(callback, _now + dueTime.Ticks);
            _waiting.Add(timer);
            return timer;
        }

        public void Pass(TimeSpan time)
        {
            _now += time.Ticks;
            foreach (var timer in _waiting.Where(timer => timer.Due <= _now).ToList())
            {
                _waiting.Remove(timer);
                timer.Run();
            }
        }

        private sealed class Waiting(TimerCallback callback, long due) : ITimer
        {
            private bool _isOver;

            public long Due => due;

            public void Run()
            {
                if (!_isOver)
                    callback(null);
            }

            public bool Change(TimeSpan dueTime, TimeSpan period) => false;

            public void Dispose() => _isOver = true;

            public ValueTask DisposeAsync()
            {
                Dispose();
                return ValueTask.CompletedTask;
            }
        }
    }
}
