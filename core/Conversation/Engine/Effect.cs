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

        /// <summary>The action behind the call-back key; its only exit adds <c>reference</c>.</summary>
        public const string RequestCallBack = "request-call-back";
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

    /// <summary>Close the channel's exchange after the last screen.</summary>
    public sealed record EndSession : Effect;
}
