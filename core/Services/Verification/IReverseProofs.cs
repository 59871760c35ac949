using ChatChannels.Conversation;

namespace ChatChannels.Services.Verification;

/// <summary>
/// Codes that a screen showed and that are to come back by SMS from the phone on file. Nobody keeps them secret: what proves is
/// the number they come from. They are shown and used up by a <see cref="Change"/>.
/// </summary>
public interface IReverseProofs
{
    /// <summary>Notes that a code came from a number; the last number counts.</summary>
    /// <returns>Whether such a code was waited for.</returns>
    Task<bool> Receive(FundId fund, string code, string sender, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Where a proof stands.</summary>
    /// <param name="sender">The number it must come from; none but this is told apart.</param>
    Task<ReverseState> Find(string id, string sender, DateTimeOffset now, CancellationToken cancellation);
}
