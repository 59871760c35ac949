using System.Net;
using ChatChannels.Runtime.Limits;
using Microsoft.Extensions.Options;

namespace ChatChannels.Runtime.Documents;

/// <summary>
/// The way of files into the service, apart from that of turns: so many and so much at once, counted before anything is read of one;
/// and what is there whole is looked through, cleaned and stored one after the other, so that turns wait for none.
/// </summary>
public sealed class UploadLane(IOptions<UploadsOptions> options, TimeProvider time) : IDisposable
{
    private const int Networks = 1 << 16;

    /// <summary>Octets are counted by this many.</summary>
    private const int Unit = 1024;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly RateTable _days = new(new Rate(options.Value.OctetsPerDayOfNetwork / Unit, TimeSpan.FromDays(1)), Networks);
    private readonly Rate _minute = new(options.Value.OctetsPerMinute / Unit, TimeSpan.FromMinutes(1));
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Lock _lock = new();
    private readonly Dictionary<ulong, int> _entered = [];
    private readonly HashSet<string> _senders = new(StringComparer.Ordinal);
    private long _spent;
    private int _heldBack;
    private int _all;

    /// <summary>Lets a file in; null where there are too many, or was too much.</summary>
    /// <param name="sender">The conversation or link that it comes by: each sends one file after the other.</param>
    /// <param name="octets">What its sender says that it has, or the most that would be read.</param>
    public UploadPass? TryEnter(IPAddress? network, string sender, long octets)
    {
        var (party, now, amount) = (NetworkParty.Of(network), Rate.Now(time), (octets + Unit - 1) / Unit);
        lock (_lock)
        {
            var own = _entered.GetValueOrDefault(party);
            if (_all >= options.Value.AtOnce || own >= options.Value.AtOncePerNetwork || _senders.Contains(sender)
                || !_days.TryTake(party, now, amount) || !_minute.TryTake(ref _spent, now, amount))
                return null;
            _entered[party] = own + 1;
            _all++;
            _senders.Add(sender);
            return new UploadPass(this, party, sender);
        }
    }

    /// <summary>
    /// Keeps a file that is not let in waiting, unread, before its sender is told: to read and forget what is sent again and again would
    /// cost as much as to take it.
    /// </summary>
    public async Task HoldBack(CancellationToken cancellation)
    {
        try
        {
            if (Interlocked.Increment(ref _heldBack) <= options.Value.AtOnce)
                await Task.Delay(Pause, time, cancellation);
        }
        finally
        {
            Interlocked.Decrement(ref _heldBack);
        }
    }

    /// <summary>Does the work that a file makes, when no other's is being done.</summary>
    public async Task<T> Alone<T>(Func<Task<T>> work, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(work);
        await _turn.WaitAsync(cancellation);
        try
        {
            return await work();
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    internal void Leave(ulong party, string sender)
    {
        lock (_lock)
        {
            _all--;
            _senders.Remove(sender);
            if (_entered[party] is > 1 and var own)
                _entered[party] = own - 1;
            else
                _entered.Remove(party);
        }
    }
}
