using ChatChannels.Conversation.Flows;

namespace ChatChannels.Services.Actions;

/// <summary>What a <c>do</c> state can ask for. It reads through ports and decides; what it decides is written with the turn.</summary>
public interface IServiceAction
{
    ActionSignature Signature { get; }

    Task<ActionResult> Perform(ActionRequest request, CancellationToken cancellation);
}
