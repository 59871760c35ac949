using ChatChannels.Runtime.Delivery;

namespace ChatChannels.Bot.WhatsApp.Receiving;

/// <summary>What became of a message that we sent.</summary>
/// <param name="Id">WhatsApp's own id of it. Personal.</param>
/// <param name="Dispatch">Our own id of it, where WhatsApp repeats it.</param>
/// <param name="Error">Why it failed, by the Graph API's code; null where it did not, or is not told.</param>
internal sealed record StatusReport(string Id, Number Of, Dispatch? Dispatch, DispatchState State, int? Error)
{
    public override string ToString() => $"StatusReport {{ {Of} {State} {Error} }}";
}
