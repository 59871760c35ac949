using System.Collections.Immutable;
using ChatChannels.Bot.Activities;

namespace ChatChannels.Bot.DirectLine;

/// <summary>What one upload brings.</summary>
/// <param name="Activity">The message that the files belong to.</param>
/// <param name="Files">In the order of the message's attachments.</param>
internal sealed record Upload(Activity Activity, ImmutableArray<SentFile> Files)
{
    public override string ToString() => $"Upload {{ {Files.Length} }}";
}
