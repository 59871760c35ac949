using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;

namespace ChatChannels.Services.Requests;

/// <summary>Something that a fund's register is asked to do; kept in an outbox of its own until the register has taken it. Personal.</summary>
public sealed record RegisterRequest
{
    /// <summary>The idempotency key: the register takes one request of it, however often it is sent.</summary>
    public required Guid Id { get; init; }

    public required FundId Fund { get; init; }

    /// <summary>What is asked, in kebab-case, as the flow says (<c>declare-rib</c>).</summary>
    public required string Kind { get; init; }

    /// <summary>The registration number of who asks; empty where anybody may.</summary>
    public required string Member { get; init; }

    /// <summary>Where the person was reached.</summary>
    public required Address Filer { get; init; }

    /// <summary>What it is asked with.</summary>
    public required AnswerSheet Answers { get; init; }

    /// <summary>What the person was told to ask after it by: 8 digits.</summary>
    public required string Reference { get; init; }

    public required DateTimeOffset At { get; init; }

    public override string ToString() => $"RegisterRequest {{ {Fund} {Kind} }}";
}
