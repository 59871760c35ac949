using System.ComponentModel.DataAnnotations;

namespace ChatChannels.Ussd;

/// <summary>
/// What one gateway, one phone and a stranger may do on one node. A person over a limit is told so on a last screen;
/// nothing is read or kept for it.
/// </summary>
public sealed class UssdLimitsOptions
{
    /// <summary>Requests a second of one network address that was let in: a gateway carries a whole country.</summary>
    /// <value>The default is 50,000; from 1 to 1,000,000.</value>
    [Range(1, 1_000_000)]
    public int GatewayPerSecond { get; set; } = 50_000;

    /// <summary>Requests a minute of one network address that are answered as what they are, not let in; beyond it each is a 429. What is let in does not count.</summary>
    /// <value>The default is 120; from 1 to 1,000,000.</value>
    [Range(1, 1_000_000)]
    public int StrangerPerMinute { get; set; } = 120;

    /// <summary>Requests a minute of one phone, copies included. A person types some twenty.</summary>
    /// <value>The default is 240; from 1 to 1,000,000.</value>
    [Range(1, 1_000_000)]
    public int HopsPerMinute { get; set; } = 240;

    /// <summary>Sessions that one phone begins in an hour: it may be a family's, or a helper's.</summary>
    /// <value>The default is 60; from 1 to 1,000,000.</value>
    [Range(1, 1_000_000)]
    public int SessionsPerHour { get; set; } = 60;

    /// <summary>Sessions of one phone that can be open at once: those begun within three minutes, as long as networks keep one. A bad network drops some unheard.</summary>
    /// <value>The default is 10; from 1 to 1,000,000.</value>
    [Range(1, 1_000_000)]
    public int OpenPerPhone { get; set; } = 10;

    /// <summary>Sessions that can be open at once on this node: those begun within three minutes.</summary>
    /// <value>The default is 2,000,000; from 1 to 100,000,000.</value>
    [Range(1, 100_000_000)]
    public int Open { get; set; } = 2_000_000;
}
