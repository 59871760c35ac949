using System.Collections.Immutable;
using ChatChannels.Conversation;

namespace ChatChannels.Services.Documents;

/// <summary>A file that a person sent. Personal.</summary>
/// <param name="MediaType">What it is by its content, one of <see cref="Conversation.Answers.FileKind.All"/>.</param>
public sealed record Document(Guid Id, FundId Fund, string MediaType, ImmutableArray<byte> Content, DateTimeOffset At)
{
    /// <summary>The largest that is taken, in bytes: 10 MB.</summary>
    public const int Largest = 10 * 1024 * 1024;

    /// <summary>What the store keeps in place of a content that it has already, in words of its own; empty for a content that it has not.</summary>
    public ImmutableArray<byte> Kept { get; init; } = [];

    public override string ToString() => $"Document {{ {Fund} {MediaType} {Content.Length} }}";
}
