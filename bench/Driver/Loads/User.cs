using System.Text;
using ChatChannels.Driver.Walks;
using ChatChannels.Driver.Wire;

namespace ChatChannels.Driver.Loads;

/// <summary>One virtual user: a connection, and the session being walked on it.</summary>
internal sealed class User(Walk walk, Request request, int token)
{
    private byte[] _typed = [];

    /// <summary>Its place among all users.</summary>
    public int Token => token;

    public Connection? Connection { get; private set; }

    /// <summary>Whether a reply is awaited.</summary>
    public bool IsWaiting { get; set; }

    /// <summary>Whether it pauses before it sends again.</summary>
    public bool IsPausing { get; set; }

    /// <summary>When the request went out, or should have; the monotonic clock in nanoseconds.</summary>
    public long SentAt { get; set; }

    /// <summary>The tick of the schedule that its next request is due at.</summary>
    public long Tick { get; set; } = token;

    /// <summary>Whose session is walked; null between two.</summary>
    public Caller? Caller { get; private set; }

    public int Hop { get; private set; }

    public ReadOnlySpan<byte> Typed => _typed;

    public ReadOnlySpan<byte> Octets => request.Octets;

    public ReadOnlySpan<byte> ContentType => request.ContentType;

    public bool IsAtEnd => Hop == walk.Length - 1;

    public string Expected => Encoding.UTF8.GetString(walk.Hops[Hop].Expected.Write(Caller!));

    public void Begin(Caller caller)
    {
        Caller = caller;
        Hop = 0;
        _typed = [];
        request.Begin(caller.SessionId, caller.Phone, walk.ServiceCode);
    }

    public void Type()
    {
        Hop++;
        _typed = walk.Hops[Hop].Typed.Write(Caller!);
        request.Type(_typed);
    }

    public void End() => Caller = null;

    public bool Accepts(ReadOnlySpan<byte> body) => walk.Hops[Hop].Expected.Matches(request.ScreenOf(body), Caller!);

    public void Connect(Connection? connection) => Connection = connection;

    public void Disconnect()
    {
        Connection?.Dispose();
        Connection = null;
        IsWaiting = false;
    }
}
