using System.Buffers.Binary;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using ChatChannels.Runtime.Limits;
using Microsoft.Extensions.Options;

namespace ChatChannels.Bot.DirectLine;

/// <summary>Counts what network addresses begin and what conversations say, in memory and in this node alone.</summary>
internal sealed class DirectLineLimits(IOptions<BotOptions> options, TimeProvider time)
{
    private const int Cells = 1 << 16;

    /// <summary>A client polls once a second; several may be one conversation's.</summary>
    private static readonly Rate Reads = new(600, TimeSpan.FromMinutes(1));

    /// <summary>A phone on a bad network comes back every few seconds; several tabs may be one conversation's.</summary>
    private static readonly Rate Returns = new(30, TimeSpan.FromMinutes(1));

    private readonly RateTable _returns = new(Returns, Cells);
    private readonly RateTable _networks = new(new Rate(options.Value.DirectLine.StartsPerMinute, TimeSpan.FromMinutes(1)), Cells);
    private readonly RateTable _starts = new(new Rate(options.Value.DirectLine.StartsPerMinute, TimeSpan.FromMinutes(1)), Cells);
    private readonly RateTable _posts = new(new Rate(options.Value.DirectLine.PostsPerMinute, TimeSpan.FromMinutes(1)), Cells);
    private readonly RateTable _reads = new(Reads, Cells);

    public bool AllowStart(IPAddress? address) => _starts.TryTake(NetworkParty.Of(address), Rate.Now(time));

    /// <summary>Whether a conversation may be taken up again: each time costs the reading of it.</summary>
    public bool AllowReturn(IPAddress? address, string conversation) =>
        _networks.TryTake(NetworkParty.Of(address), Rate.Now(time)) && _returns.TryTake(Party(conversation), Rate.Now(time));

    public bool AllowPost(string conversation) => _posts.TryTake(Party(conversation), Rate.Now(time));

    public bool AllowRead(string conversation) => _reads.TryTake(Party(conversation), Rate.Now(time));

    private static ulong Party(string conversation) => BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(conversation)));
}
