using System.Text;
using ChatChannels.Driver.Wire;

namespace ChatChannels.Driver.Loads;

/// <summary>What a run counts.</summary>
internal sealed class Tally
{
    private const int Kept = 5;
    private readonly List<Fault> _first = [];
    private readonly Histogram _latency = new();

    /// <summary>Not reported: what is measured later must not be the first to run this code.</summary>
    private readonly Histogram _warmUp = new();
    private long _acknowledged;
    private long _faults;

    public bool IsMeasuring { get; set; }

    public long Finished { get; set; }

    public long Repeated { get; set; }

    public long Detoured { get; set; }

    public void Right(long nanoseconds)
    {
        _acknowledged++;
        (IsMeasuring ? _latency : _warmUp).Add(nanoseconds);
    }

    public void Wrong(User user, string problem, in Reply reply = default)
    {
        _faults++;
        if (_first.Count < Kept)
            _first.Add(new Fault(user.Caller!.SessionId, user.Hop, problem, user.Expected, Encoding.UTF8.GetString(reply.Body)));
    }

    public Report Report(TimeSpan measured) => new()
    {
        Acknowledged = _acknowledged,
        Finished = Finished,
        Measured = measured,
        Latency = _latency,
        Faults = _faults,
        FirstFaults = [.. _first],
        Repeated = Repeated,
        Detoured = Detoured,
    };
}
