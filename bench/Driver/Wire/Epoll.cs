using System.Buffers.Binary;
using System.ComponentModel;
using System.Runtime.InteropServices;

namespace ChatChannels.Driver.Wire;

/// <summary>Waits for many sockets at once on one thread, and for a point in time.</summary>
internal sealed class Epoll : IDisposable
{
    private const int Most = 256;

    /// <summary>struct epoll_event is packed on x86-64 only.</summary>
    private static readonly bool IsPacked = RuntimeInformation.ProcessArchitecture is Architecture.X64;

    private static readonly int Stride = IsPacked ? 12 : 16;
    private static readonly int TokenAt = IsPacked ? 4 : 8;

    private readonly byte[] _happenings = new byte[Most * 16];
    private readonly int _epoll = Check(NativeMethods.CreateEpoll(NativeMethods.CloseOnExec));
    private readonly int _timer = Check(NativeMethods.CreateTimer(NativeMethods.Monotonic, NativeMethods.CloseOnExec | NativeMethods.NonBlocking));

    /// <summary>Watches nothing yet but its own alarm.</summary>
    /// <param name="timerToken">What <see cref="Wait"/> reports when the alarm rings.</param>
    public Epoll(int timerToken) => Watch(_timer, timerToken);

    public void Watch(int file, int token)
    {
        Span<byte> happening = stackalloc byte[16];
        happening.Clear();
        BinaryPrimitives.WriteInt32LittleEndian(happening, NativeMethods.ReadOnly);
        BinaryPrimitives.WriteInt32LittleEndian(happening[TokenAt..], token);
        Check(NativeMethods.ControlEpoll(_epoll, NativeMethods.Add, file, happening));
    }

    /// <summary>Rings once at a time of the monotonic clock, in nanoseconds; that is what <see cref="System.Diagnostics.Stopwatch"/> counts on Linux.</summary>
    public void RingAt(long nanoseconds) =>
        Check(NativeMethods.SetTimer(_timer, NativeMethods.AbsoluteTime, [0, 0, nanoseconds / 1_000_000_000, nanoseconds % 1_000_000_000], 0));

    /// <summary>Writes the tokens of what can be read, and returns how many there are; none when the time is over.</summary>
    public int Wait(Span<int> tokens, int milliseconds)
    {
        var count = NativeMethods.WaitEpoll(_epoll, _happenings, Math.Min(tokens.Length, Most), milliseconds);
        if (count < 0 && Marshal.GetLastPInvokeError() == NativeMethods.Interrupted)
            return 0;
        Check(count);
        for (var i = 0; i < count; i++)
            tokens[i] = BinaryPrimitives.ReadInt32LittleEndian(_happenings.AsSpan((i * Stride) + TokenAt));
        return count;
    }

    public void Dispose()
    {
        _ = NativeMethods.Close(_timer);
        _ = NativeMethods.Close(_epoll);
    }

    private static int Check(int result) => result >= 0 ? result : throw new Win32Exception();
}
