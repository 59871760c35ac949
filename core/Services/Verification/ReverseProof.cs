using ChatChannels.Conversation;

namespace ChatChannels.Services.Verification;

/// <summary>A code that a screen shows, to be sent back from the phone on file.</summary>
public sealed record ReverseProof(string Id, FundId Fund, string Code, DateTimeOffset Expires)
{
    public override string ToString() => $"ReverseProof {{ {Fund} *** }}";
}
