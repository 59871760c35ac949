using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Localization;

namespace ChatChannels.Services.Cases;

/// <summary>What a person filed with a fund. Immutable; a change is a new version, guarded by the version it was read at.</summary>
public sealed record Case
{
    public required CaseNumber Number { get; init; }

    public required FundId Fund { get; init; }

    /// <summary>The service it was filed through, by flow name; <see cref="CallBack"/> for a call-back.</summary>
    public required string Kind { get; init; }

    public const string CallBack = "call-back";

    public required CaseState State { get; init; }

    public required Language Language { get; init; }

    public required AnswerSheet Answers { get; init; }

    /// <summary>Where the person was reached when filing; messages go here unless the answers name another phone.</summary>
    public required Address Filer { get; init; }

    /// <summary>Keyed hash of the secret code, in lower-case hex; empty for a case without one.</summary>
    public string SecretHash { get; init; } = "";

    /// <summary>What makes the person one and the same (the document's type and number); at most one open case a fund, kind and identity. Personal.</summary>
    public string? Identity { get; init; }

    /// <summary>The registration number given, once it is.</summary>
    public string? RegistrationNumber { get; init; }

    /// <summary>Why there is something to complete: codes of texts.</summary>
    public System.Collections.Immutable.ImmutableArray<string> Reasons { get; init; } = [];

    /// <summary>The papers that are still to come, as flows call them (<c>identity-card</c>).</summary>
    public System.Collections.Immutable.ImmutableArray<string> Awaits { get; init; } = [];

    /// <summary>1 when opened, one more with each change.</summary>
    public long Version { get; init; } = 1;

    public required DateTimeOffset OpenedAt { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Whether the case still counts as the person's open one.</summary>
    public bool IsOpen => State is CaseState.Registered or CaseState.Validated or CaseState.AwaitingPapers or CaseState.AwaitingCall;

    public override string ToString() => $"Case {{ {Fund} {Number} {State} v{Version} }}";
}
