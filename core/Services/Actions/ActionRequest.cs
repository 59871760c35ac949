using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.Localization;
using ChatChannels.Services.Audit;

namespace ChatChannels.Services.Actions;

/// <summary>What a service action is given.</summary>
public sealed record ActionRequest
{
    public required Fund Fund { get; init; }

    /// <summary>The flow that asks.</summary>
    public required string Service { get; init; }

    public required Address Address { get; init; }

    /// <summary>The network behind an address that anybody gets anew for nothing; null where the line itself is what is limited.</summary>
    public NetworkOrigin? Network { get; init; }

    /// <summary>Whom requests are counted against: the network, where there is one, else the line.</summary>
    public string Asker => Network is { } network ? network.Subject : Address.Value;

    public required Language Language { get; init; }

    public required AnswerSheet Answers { get; init; }

    /// <summary>What the flow says under <c>with</c>.</summary>
    public ActionSettings With { get; init; } = ActionSettings.None;

    public required DateTimeOffset Now { get; init; }

    /// <summary>The date in the fund's time zone.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>A fact for the audit chain about what this request led to.</summary>
    /// <param name="about">Without personal data.</param>
    public Change Audit(string fact, string about) => new Change.Record(new AuditFact(Fund.Id, fact, about, Address, Now));

    /// <summary>The answers that a list under <c>with</c> names; those not given are left out.</summary>
    public AnswerSheet Named(string setting) =>
        AnswerSheet.None.WithAll(With.All(setting).Where(Answers.Has).Select(name => KeyValuePair.Create(name, Answers[name]!)));
}
