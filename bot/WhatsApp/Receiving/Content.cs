using ChatChannels.Bot.Chat;

namespace ChatChannels.Bot.WhatsApp.Receiving;

/// <summary>What a message holds. A closed family.</summary>
internal abstract record Content
{
    private Content()
    {
    }

    /// <summary>Words, or the touch of a button or row.</summary>
    public sealed record Spoken(Heard Heard) : Content;

    /// <summary>A photo or a document, to be fetched by its id.</summary>
    public sealed record File(string Id) : Content;

    /// <summary>The person is reached elsewhere from now on, and says nothing.</summary>
    /// <param name="To">The new number, E.164, or id. Personal.</param>
    public sealed record Moved(string To) : Content
    {
        public override string ToString() => "Moved";
    }

    /// <summary>What a person sends on purpose and no conversation here understands: a voice note, a sticker, a place …</summary>
    public sealed record Other : Content;
}
