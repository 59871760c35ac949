using ChatChannels.Conversation;

namespace ChatChannels.Services.HandOvers;

/// <summary>Whether agents are there. Nobody is offered an agent, or promised one, while none of the fund is signed in.</summary>
public interface IAgentPresence
{
    /// <summary>Whether an agent of the fund is signed in at this moment. Asked in every turn of a chat: it answers from memory.</summary>
    bool IsAnyoneIn(FundId fund);
}
