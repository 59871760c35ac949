using ChatChannels.Conversation.Answers;

namespace ChatChannels.Bot.WhatsApp.Media;

/// <summary>What came of fetching a file. A closed family.</summary>
internal abstract record Fetched
{
    private Fetched()
    {
    }

    /// <summary>It is here, and it is what it was said to be. Personal.</summary>
    /// <param name="Kind">By its content, whatever its sender calls it.</param>
    public sealed record Whole(FileKind Kind, byte[] Content) : Fetched
    {
        public override string ToString() => $"Whole {{ {Kind} }}";
    }

    /// <summary>Of no kind that is taken anywhere.</summary>
    public sealed record OfAnotherType : Fetched;

    public sealed record TooLarge : Fetched;

    /// <summary>Not what was sent: its hash is another.</summary>
    public sealed record Altered : Fetched;

    /// <summary>Not there any more, or never.</summary>
    public sealed record Gone : Fetched;

    /// <summary>Not now: it may be fetched later, for some days.</summary>
    public sealed record NotNow : Fetched;
}
