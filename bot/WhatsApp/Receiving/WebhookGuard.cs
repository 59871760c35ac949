using System.Net;
using ChatChannels.Runtime.Limits;
using Microsoft.AspNetCore.Http;

namespace ChatChannels.Bot.WhatsApp.Receiving;

/// <summary>
/// Bounds what requests cost before their signature is known to hold. Most notifications are small. Larger bodies are read a few at
/// once; of a network that has sent a forged one, only small ones for a while, and none where it floods. So a forger who shares an
/// address with WhatsApp, behind a proxy, delays large batches at most, which come again.
/// </summary>
internal sealed class WebhookGuard(TimeProvider time)
{
    /// <summary>WhatsApp sends up to 1,000 updates at once, in up to 3 MB.</summary>
    public const int LongestBody = 3 * 1024 * 1024;

    /// <summary>Octets of a body that anybody may have read.</summary>
    public const int SmallBody = 64 * 1024;

    /// <summary>Large bodies read at once: 24 MiB of memory at most.</summary>
    private const int LargeAtOnce = 8;
    private const int Cells = 1 << 12;

    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(1);

    private readonly RateTable _forgeries = new(new Rate(600, Memory), Cells);
    private readonly long[] _forgedAt = new long[Cells];
    private readonly long[] _floodedAt = new long[Cells];
    private int _large;

    /// <summary>Whether a body may be read; one that is not told how long it is counts as large.</summary>
    /// <returns>200 where it may, and then <see cref="Leave"/> must follow; else what its sender is told.</returns>
    public int Enter(IPAddress? address, long? length)
    {
        var cell = CellOf(address);
        if (length > LongestBody)
            return StatusCodes.Status413PayloadTooLarge;
        if (IsRecent(_floodedAt[cell]) || (IsLarge(length) && IsRecent(_forgedAt[cell])))
            return StatusCodes.Status429TooManyRequests;
        if (!IsLarge(length) || Interlocked.Increment(ref _large) <= LargeAtOnce)
            return StatusCodes.Status200OK;
        Interlocked.Decrement(ref _large);
        return StatusCodes.Status503ServiceUnavailable;
    }

    /// <summary>The body is read and judged.</summary>
    public void Leave(long? length)
    {
        if (IsLarge(length))
            Interlocked.Decrement(ref _large);
    }

    /// <summary>A signature did not hold. True for the first of a network in a while.</summary>
    public bool Forged(IPAddress? address)
    {
        var (cell, now) = (CellOf(address), time.GetTimestamp());
        if (!_forgeries.TryTake(NetworkParty.Of(address), Rate.Now(time)))
            Volatile.Write(ref _floodedAt[cell], now);
        var isFirst = !IsRecent(_forgedAt[cell]);
        Volatile.Write(ref _forgedAt[cell], now);
        return isFirst;
    }

    public static bool IsLarge(long? length) => length is null or > SmallBody;

    private bool IsRecent(long at) => at != 0 && time.GetElapsedTime(at) < Memory;

    /// <summary>Networks that share a cell are stricter with each other's large bodies; which ones do differs with each start.</summary>
    private static int CellOf(IPAddress? address) => HashCode.Combine(NetworkParty.Of(address)) & (Cells - 1);
}
