using ChatChannels.Driver.Wire;

namespace ChatChannels.Driver.Loads;

/// <summary>Puts a load on a server from the calling thread alone: driver and server share a machine. Linux only.</summary>
public sealed class LoadRun
{
    /// <summary>How long before measuring begins it is announced, so that what the announced one does is not in the figures.</summary>
    private static readonly TimeSpan Notice = TimeSpan.FromMilliseconds(50);

    private const int Timer = -1;

    private readonly Epoll _epoll;
    private readonly Load _load;
    private readonly Tally _tally = new();
    private readonly Schedule? _schedule;
    private readonly Crowd _crowd;

    private LoadRun(Load load, Epoll epoll)
    {
        _load = load;
        _epoll = epoll;
        _schedule = load.HopsPerSecond is { } rate ? new Schedule(Clock.Now, rate) : null;
        _crowd = new Crowd(load, epoll, _tally, _schedule);
    }

    /// <summary>Calls until the time is over, the sessions are walked or it is cancelled; then awaits what is under way.</summary>
    public static Report Run(Load load, CancellationToken cancellation = default)
    {
        if (!Clock.IsHere)
            throw new PlatformNotSupportedException("The driver needs Linux: epoll, timerfd and a clock in nanoseconds.");
        using var epoll = new Epoll(Timer);
        return new LoadRun(load, epoll).Run(cancellation);
    }

    private Report Run(CancellationToken cancellation)
    {
        var open = Clock.Now + Clock.Nanoseconds(_load.WarmUp);
        Ring();
        if (_schedule is null)
            Array.ForEach(_crowd.Users, _crowd.GoOn);
        Until(open - Clock.Nanoseconds(Notice), cancellation);
        _load.Opened?.Invoke();
        Until(open, cancellation);
        _tally.IsMeasuring = true;
        var opened = Clock.Now;
        Until(opened + Clock.Nanoseconds(_load.Duration), cancellation);
        var measured = Clock.Now - opened;
        _tally.IsMeasuring = false;
        _load.Closed?.Invoke();

        _crowd.IsOver = true;
        Until(Clock.Now + Clock.Nanoseconds(_load.Grace), CancellationToken.None);
        _crowd.Leave();
        _load.Witness?.Settled();
        return _tally.Report(TimeSpan.FromTicks(measured / TimeSpan.NanosecondsPerTick));
    }

    private void Until(long end, CancellationToken cancellation)
    {
        Span<int> tokens = stackalloc int[128];
        for (var now = Clock.Now; now < end && !cancellation.IsCancellationRequested && !_crowd.IsDone; now = Clock.Now)
        {
            var milliseconds = (end - now + 999_999) / 1_000_000;
            var count = _epoll.Wait(tokens, (int)Math.Min(milliseconds, _crowd.IsWaitingForLater ? 5 : 50));
            foreach (var token in tokens[..count])
            {
                if (token == Timer)
                    Ring();
                else
                    _crowd.Receive(_crowd.Users[token]);
            }

            _crowd.Resume();
            _load.Witness?.Settled();
        }
    }

    /// <summary>Lets everybody go on whose tick has come, and sets the alarm for the next.</summary>
    private void Ring()
    {
        if (_schedule is null)
            return;
        while (_schedule.TryTake(Clock.Now, out var tick))
            _crowd.GoOn(_crowd.Users[tick % _load.Users]);
        _epoll.RingAt(_schedule.NextAt);
    }
}
