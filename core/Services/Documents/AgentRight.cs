using ChatChannels.Conversation;

namespace ChatChannels.Services.Documents;

/// <summary>The right to open what persons sent to one fund. Only the desk gives it, to an agent whose own session has it.</summary>
/// <param name="Agent">Who opens; each opening is a fact of the audit chain.</param>
public sealed record AgentRight(FundId Fund, Address Agent)
{
    public override string ToString() => $"AgentRight {{ {Fund} *** }}";
}
