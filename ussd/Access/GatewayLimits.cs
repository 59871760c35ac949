using System.Globalization;
using System.Net;
using ChatChannels.Conversation.Engine;
using ChatChannels.Runtime.Limits;
using Microsoft.Extensions.Options;

namespace ChatChannels.Ussd.Access;

/// <summary>
/// Counts what gateways, phones and strangers do, in memory and in this node alone: nothing to wait for, and nothing that
/// can be unavailable.
/// </summary>
internal sealed class GatewayLimits(IOptions<UssdOptions> options, TimeProvider time)
{
    private const int Networks = 1 << 16;

    /// <summary>Cells for the phones of a busy hour: 4 MB a table at most, and a cell seldom shared by two that are busy.</summary>
    private const int Phones = 1 << 19;

    /// <summary>How long networks keep a session; none publishes more.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    private readonly RateTable _gateways = new(new Rate(options.Value.Limits.GatewayPerSecond, TimeSpan.FromSeconds(1)), Networks);
    private readonly RateTable _strangers = new(new Rate(options.Value.Limits.StrangerPerMinute, TimeSpan.FromMinutes(1)), Networks);
    private readonly RateTable _hops = new(new Rate(options.Value.Limits.HopsPerMinute, TimeSpan.FromMinutes(1)), Phones);
    private readonly RateTable _sessions = new(new Rate(options.Value.Limits.SessionsPerHour, TimeSpan.FromHours(1)), Phones);
    private readonly RateTable _open = new(new Rate(options.Value.Limits.OpenPerPhone, Longest), Phones);
    private readonly Rate _node = new(options.Value.Limits.Open, Longest);
    private long _nodeSpent;

    /// <summary>Whether somebody who was not let in is still told why.</summary>
    public bool AllowStranger(IPAddress? address) => _strangers.TryTake(NetworkParty.Of(address), Rate.Now(time));

    /// <summary>The text that a hop is refused with, or null when it is within the limits of its phone and its gateway.</summary>
    /// <param name="phone">In E.164.</param>
    public string? Refuse(IPAddress? address, string phone)
    {
        var now = Rate.Now(time);
        return !_hops.TryTake(PhoneParty(phone), now) ? CommonTexts.Limit
            : !_gateways.TryTake(NetworkParty.Of(address), now) ? CommonTexts.Busy
            : null;
    }

    /// <summary>The text that a session is refused with before it begins, or null.</summary>
    public string? RefuseToBegin(string phone)
    {
        var (party, now) = (PhoneParty(phone), Rate.Now(time));
        return !_open.TryTake(party, now) || !_sessions.TryTake(party, now) ? CommonTexts.Limit
            : !_node.TryTake(ref _nodeSpent, now) ? CommonTexts.Busy
            : null;
    }

    private static ulong PhoneParty(string phone) => ulong.Parse(phone.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture);
}
