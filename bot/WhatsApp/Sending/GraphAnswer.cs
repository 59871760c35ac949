namespace ChatChannels.Bot.WhatsApp.Sending;

/// <summary>What came of posting a message. A closed family.</summary>
internal abstract record GraphAnswer
{
    private GraphAnswer()
    {
    }

    /// <summary>Taken; not yet delivered.</summary>
    /// <param name="Id">WhatsApp's own id of it (<c>wamid.…</c>), which holds the number it goes to. Personal.</param>
    public sealed record Taken(string Id) : GraphAnswer
    {
        public override string ToString() => "Taken";
    }

    /// <summary>Surely not taken.</summary>
    public sealed record Refused(GraphFault Fault) : GraphAnswer;

    /// <summary>Nobody knows: no answer came in time, or none that says it.</summary>
    public sealed record Unknown : GraphAnswer;
}
