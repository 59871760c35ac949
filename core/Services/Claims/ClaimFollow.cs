using System.Collections.Immutable;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Localization;

namespace ChatChannels.Services.Claims;

/// <summary>A person's wish to hear by SMS, on the phone on file, when a claim changes. Immutable; a change is a new version.</summary>
/// <param name="Member">The registration number. Personal.</param>
/// <param name="Told">Claims with the state last told or seen; what is the same is not told again.</param>
public sealed record ClaimFollow(FundId Fund, string Member, Language Language, ImmutableSortedDictionary<string, ClaimState> Told)
{
    /// <summary>1 when first wished for, one more with each change.</summary>
    public long Version { get; init; } = 1;

    public override string ToString() => $"ClaimFollow {{ {Fund} *** v{Version} }}";
}
