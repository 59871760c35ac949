using System.Collections.Immutable;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Localization;

namespace ChatChannels.Services.Messages;

/// <summary>Something to tell a person outside the conversation, before it is written out for each channel.</summary>
public sealed record Notice
{
    /// <summary>A key under <c>messages</c>.</summary>
    public required string Template { get; init; }

    public required ImmutableArray<Channel> Kinds { get; init; }

    public required Language Language { get; init; }

    /// <summary>What placeholders show; also the phone and the e-mail address that were given, if any.</summary>
    public required AnswerSheet Answers { get; init; }

    /// <summary>Where the person was reached; an SMS goes here when the answers give no phone.</summary>
    public required Address Filer { get; init; }

    /// <summary>Where it goes instead, whatever the answers say: to an address on file, say.</summary>
    public Destination? Destination { get; init; }

    /// <summary>Values beside the answers.</summary>
    public ImmutableDictionary<string, string> Values { get; init; } = ImmutableDictionary<string, string>.Empty;
}
