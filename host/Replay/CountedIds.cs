using System.Globalization;
using ChatChannels.Services;

namespace ChatChannels.Host.Replay;

/// <summary>Ids that can be foretold: each request gets the next number, spread over all digits.</summary>
public sealed class CountedIds : IIdSource
{
    private long _next;

    public Guid NextId() => new(Interlocked.Increment(ref _next).ToString("x32", CultureInfo.InvariantCulture));

    /// <summary>A multiple of a large odd number, so that neighbours do not look alike.</summary>
    public string NextDigits(int count)
    {
        var spread = unchecked((ulong)Interlocked.Increment(ref _next) * 7_046_029_254_386_353_131UL);
        return spread.ToString("D40", CultureInfo.InvariantCulture)[^count..];
    }
}
