using System.Collections.Immutable;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Localization;
using ChatChannels.Services.Links;

namespace ChatChannels.Services.Documents;

/// <summary>A link by which one paper of one case is sent.</summary>
public sealed record DocumentLink : Link
{
    public required FundId Fund { get; init; }

    /// <summary>The case's number, or the id of a request for the register.</summary>
    public required string Case { get; init; }

    /// <summary>What the person was told to ask after it by.</summary>
    public required string Reference { get; init; }

    /// <summary>The registration number of who asked the register, empty where anybody may; null where it is a case.</summary>
    public string? Member { get; init; }

    /// <summary>What paper is awaited, as flows call it.</summary>
    public required string Paper { get; init; }

    /// <summary>The media types that are taken.</summary>
    public required ImmutableArray<string> Accepts { get; init; }

    public required Language Language { get; init; }

    /// <summary>Where the person was reached when it was asked for.</summary>
    public required Address Filer { get; init; }

    /// <summary>Where the link went, E.164; there it is told when the paper has come.</summary>
    public required string Phone { get; init; }

    public override string ToString() => $"DocumentLink {{ {Fund} {Paper} *** }}";
}
