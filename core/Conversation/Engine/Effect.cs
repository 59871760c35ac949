using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.Localization;

namespace ChatChannels.Conversation.Engine;

/// <summary>What must happen outside, in the imperative. A closed family.</summary>
public abstract record Effect
{
    private Effect()
    {
    }

    /// <summary>Show a screen. The last one of a turn is the reply.</summary>
    public sealed record Show(Prompt Prompt) : Effect;

    /// <summary>Ask a service action and feed its <see cref="Input.Outcome"/> back. Always the last effect of a step.</summary>
    public sealed record Perform(string Action, string Service, AnswerSheet Answers) : Effect
    {
        /// <summary>What the flow tells the action beside the answers.</summary>
        public ActionSettings With { get; init; } = ActionSettings.None;

        /// <summary>The action behind the call-back key; it adds <c>reference</c>, unless it leaves by <see cref="CallBackRefused"/>.</summary>
        public const string RequestCallBack = "request-call-back";

        /// <summary>As many call-backs were asked for, to this number or from here, as may be in a day.</summary>
        public const string CallBackRefused = "refused";

        /// <summary>The answer that tells the agent where the person was.</summary>
        public const string CallBackAbout = "about";

        /// <summary>The answer with the number to call, E.164; absent where it is the line itself.</summary>
        public const string CallBackPhone = "call-back-phone";

        /// <summary>
        /// The action that tells whether agents can be spoken to. By <see cref="AgentsOpen"/> it adds <see cref="HandOverId"/>,
        /// <see cref="Ahead"/> and <see cref="Until"/>, by <see cref="AgentsClosed"/> when they are there again, where that is near.
        /// </summary>
        public const string FindAgents = "find-agents";

        public const string AgentsOpen = "open";
        public const string AgentsClosed = "closed";
        public const string AgentsFull = "full";

        /// <summary>No agent is signed in.</summary>
        public const string AgentsAway = "away";
        public const string HandOverId = "hand-over";
        public const string Ahead = "ahead";
        public const string Day = "day";
        public const string From = "from";
        public const string Until = "until";

        /// <summary>Where the person asks from, so that one network does not take every place in the queue; a keyed hash.</summary>
        public const string Origin = "origin";
    }

    /// <summary>Send the message of a text key to the person.</summary>
    /// <param name="Template">A key under <c>messages</c> in the catalogue.</param>
    /// <param name="Kinds">By which channels; one that the person has no address for is left out.</param>
    public sealed record Notify(string Template, ImmutableArray<Channel> Kinds, Language Language, AnswerSheet Answers) : Effect
    {
        /// <summary>The message that invites a person whose line was lost to dial again.</summary>
        public const string DialBack = "dial-back";
    }

    /// <summary>Write a fact into the audit table, in the transaction of the turn.</summary>
    /// <param name="Fact">A stable kebab-case word.</param>
    /// <param name="About">What it is about, without personal data.</param>
    public sealed record Audit(string Fact, string About) : Effect;

    /// <summary>Move the hand-over to an agent, and keep what was said in it.</summary>
    /// <param name="Id">The hand-over's id.</param>
    /// <param name="Due">When it is given up from now on, unless an agent answers before.</param>
    public sealed record HandOver(HandOverTrigger Trigger, string Id, DateTimeOffset Due) : Effect
    {
        /// <summary>What the person or the agent said; null where nothing was. Personal.</summary>
        public string? Words { get; init; }

        /// <summary>Who took the person; null where nobody did just now.</summary>
        public string? Agent { get; init; }

        /// <summary>What <see cref="Perform.Origin"/> gave when the person asked; null where nothing is known.</summary>
        public string? Origin { get; init; }

        public override string ToString() => $"HandOver {{ {Trigger} }}";
    }

    /// <summary>Close the channel's exchange after the last screen.</summary>
    public sealed record EndSession : Effect;
}
