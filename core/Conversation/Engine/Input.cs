namespace ChatChannels.Conversation.Engine;

/// <summary>What came in, in the past tense. A closed family.</summary>
public abstract record Input
{
    private Input()
    {
    }

    /// <summary>Whether the person did it, rather than an agent, a service or the clock on our side.</summary>
    public bool IsPersons => this is not (Outcome or AgentTook or AgentReplied or AgentReturned or AgentMissed);

    /// <summary>The person dialled, perhaps with digits behind the service code (<c>*237*1*1#</c>).</summary>
    /// <param name="Digits">The digits behind the code, in order; empty on an ordinary dial.</param>
    /// <param name="Earlier">The person's latest unfinished session with this fund, if any.</param>
    /// <param name="Known">The language the person used last, or that the channel tells, if any.</param>
    public sealed record Dialled(ImmutableArray<string> Digits, Session? Earlier = null, Localization.Language? Known = null) : Input
    {
        public override string ToString() => "Dialled";
    }

    /// <summary>The person typed something, a choice's key or an answer. Personal, so masked when printed.</summary>
    public sealed record Said(string Text) : Input
    {
        public override string ToString() => "Said { *** }";
    }

    /// <summary>The person sent a file. The channel has told its kind by its content, and put it into the store, where no case has it yet.</summary>
    /// <param name="Document">The id of the document. Personal, so masked when printed.</param>
    /// <param name="MediaType">What it is by its content, as <see cref="Answers.FileKind.MediaType"/> says.</param>
    public sealed record Sent(string Document, string MediaType) : Input
    {
        public override string ToString() => $"Sent {{ {MediaType} *** }}";
    }

    /// <summary>The person came back, or touched what had left the screen: nothing happens, and the screen is shown again as it stands.</summary>
    public sealed record Looked : Input;

    /// <summary>An agent took the person over.</summary>
    /// <param name="Agent">Tells the agent from every other; opaque.</param>
    public sealed record AgentTook(string Agent) : Input;

    /// <summary>The agent said something. Personal, so masked when printed.</summary>
    public sealed record AgentReplied(string Text) : Input
    {
        public override string ToString() => "AgentReplied { *** }";
    }

    /// <summary>The agent gave the person back to the bot.</summary>
    public sealed record AgentReturned : Input;

    /// <summary>No agent answered in time.</summary>
    public sealed record AgentMissed : Input;

    /// <summary>The network gave up waiting for the person.</summary>
    public sealed record TimedOut : Input;

    /// <summary>The person hung up, or the line was lost.</summary>
    public sealed record HungUp : Input;

    /// <summary>A service call that an earlier step asked for came back.</summary>
    /// <param name="Exit">The named exit of the <c>do</c> state, or <see cref="Unavailable"/>.</param>
    /// <param name="Values">Answers the call brings along (a case number, say).</param>
    public sealed record Outcome(string Exit, ImmutableDictionary<string, string> Values) : Input
    {
        /// <summary>The exit of every call that was not answered in time.</summary>
        public const string Unavailable = "unavailable";

        public override string ToString() => $"Outcome {{ {Exit} }}";
    }
}
