using ChatChannels.Conversation.Answers;
using ChatChannels.Conversation.Engine;

namespace ChatChannels.Conversation.Flows;

/// <summary>One state of a flow, as data. A closed family: what a state does is its type.</summary>
public abstract record State
{
    private State()
    {
    }

    /// <summary>The state's name, unique in its flow, in kebab-case.</summary>
    public required string Name { get; init; }

    /// <summary>The line of the flow's file that declares it, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The specification items the state fulfils.</summary>
    public ImmutableArray<string> Covers { get; init; } = [];

    /// <summary>Whether reaching it leaves something worth coming back for: a drop after it sends an invitation to dial again.</summary>
    public bool SavePoint { get; init; }

    /// <summary>Answers dropped when the state is entered, so that they are asked again.</summary>
    public ImmutableArray<string> Forget { get; init; } = [];

    /// <summary>A state that collects one answer.</summary>
    public abstract record Collects : State
    {
        private protected Collects()
        {
        }

        /// <summary>The answer's name.</summary>
        public required string As { get; init; }

        /// <summary>Whether the answer tells who somebody is; such answers are never shown on a redial before proof.</summary>
        public bool Personal { get; init; }

        /// <summary>Whether the person may skip it.</summary>
        public bool Optional { get; init; }

        /// <summary>Whether a review shows the answer and offers it for change; false for a mere turning on the way to another.</summary>
        public bool InReview { get; init; } = true;

        /// <summary>Earlier answers, or facts of the line, that answer this state without asking; the first that holds counts.</summary>
        public ImmutableArray<Derivation> Derive { get; init; } = [];
    }

    /// <summary>Asks for a typed answer.</summary>
    public sealed record Ask : Collects
    {
        public required IAnswerType Type { get; init; }

        public AnswerSettings Settings { get; init; } = AnswerSettings.None;
    }

    /// <summary>Offers a choice among options.</summary>
    public sealed record Choose : Collects
    {
        /// <summary>The options in order: value to the source of its words.</summary>
        public required ChoiceList Options { get; init; }

        /// <summary>Whether typing part of a label narrows the list.</summary>
        public bool Search { get; init; }

        /// <summary>The answer that says which part of the list is offered: <c>choose: { list: professions, within: sector }</c>.</summary>
        public string? Within { get; init; }

        /// <summary>Whether each option has a target of its own, instead of one <c>next</c> for all.</summary>
        public bool Exits { get; init; }

        /// <summary>The options that earlier answers leave to choose from.</summary>
        public ImmutableArray<ChoiceItem> Among(AnswerSheet answers) => Within is null
            ? Options.Items
            : [.. Options.Items.Where(item => string.Equals(item.Within, answers[Within], StringComparison.Ordinal))];
    }

    /// <summary>
    /// Asks for a file: a photo or a PDF where the channel can carry one. Else it comes later, by one of the ways in <see cref="Ways"/>,
    /// and what is filed waits for it.
    /// </summary>
    public sealed record Attach : Collects
    {
        /// <summary>The answer where the file was sent; the id of its document is the answer under <see cref="DocumentOf"/>.</summary>
        public const string Sent = "sent";

        /// <summary>By a link that comes in an SMS.</summary>
        public const string Link = "link";

        /// <summary>It is brought to an agency.</summary>
        public const string Agency = "agency";

        /// <summary>The ways of who cannot send it here, as flows name them.</summary>
        public static readonly ImmutableArray<string> AllWays = [Link, Agency];

        /// <summary>What paper it is, in kebab-case (<c>identity-card</c>); its words are the text <c>papers.identity-card</c>.</summary>
        public required string Paper { get; init; }

        /// <summary>The kinds of file that are taken.</summary>
        public required ImmutableArray<FileKind> Accepts { get; init; }

        /// <summary>The ways offered to who cannot send it here; at least one.</summary>
        public required ImmutableArray<string> Ways { get; init; }

        /// <summary>Every value that the answer can have.</summary>
        public ImmutableArray<string> Values => [Sent, .. Ways];

        /// <summary>The answer that holds the id of the document sent for an answer.</summary>
        public static string DocumentOf(string answer) => $"{answer}.document";
    }

    /// <summary>Tells something; any key goes on.</summary>
    public sealed record Tell : State
    {
        /// <summary>Messages sent when the state is entered.</summary>
        public Notification? Notify { get; init; }
    }

    /// <summary>Shows every answer on the path so far, lets one be changed, then offers a choice once all pages were seen.</summary>
    public sealed record Review : State
    {
        /// <summary>The values offered behind the last page, each with a target of its own.</summary>
        public required ImmutableArray<string> Choices { get; init; }

        /// <summary>The words of the choices.</summary>
        public required ChoiceList Words { get; init; }

        /// <summary>The answer that the choice is kept as.</summary>
        public required string As { get; init; }

        /// <summary>Whether one single answer may be changed.</summary>
        public bool Edit { get; init; }
    }

    /// <summary>Calls a service action, and leaves by one of its named exits.</summary>
    public sealed record Do : State
    {
        public required string Action { get; init; }

        public required ImmutableArray<string> Exits { get; init; }

        /// <summary>What the action is told beside the answers.</summary>
        public ActionSettings With { get; init; } = ActionSettings.None;

        /// <summary>Whether it can prove the person, or is only done for a person who is proven.</summary>
        public Trust Trust { get; init; }

        /// <summary>The answers that the action can bring along.</summary>
        public ImmutableArray<string> Brings { get; init; } = [];
    }

    /// <summary>Runs another flow of the fund with the same answers, then goes on.</summary>
    public sealed record Call : State
    {
        public required string Flow { get; init; }

        /// <summary>The state of that flow to begin in; null for its start.</summary>
        public string? At { get; init; }

        /// <summary>The exits, each an <c>end</c> of the called flow, when they lead to different states.</summary>
        public ImmutableArray<string> Exits { get; init; } = [];
    }

    /// <summary>Ends the flow: a called flow returns by <see cref="Exit"/>, a service tells its last words and closes.</summary>
    public sealed record End : State
    {
        /// <summary>The exit a calling flow leaves by; null for the end of a service.</summary>
        public string? Exit { get; init; }

        /// <summary>The answer with the number of the case whose receipt can be seen from here; null for none.</summary>
        public string? Receipt { get; init; }

        public Notification? Notify { get; init; }
    }
}
