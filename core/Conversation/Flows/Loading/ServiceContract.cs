namespace ChatChannels.Conversation.Flows.Loading;

/// <summary>What flows may rely on of the services: the actions to call, and the messages that services send by themselves.</summary>
/// <param name="Messages">Key under <c>messages</c> to the channels it goes by.</param>
/// <param name="MessageValues">Key under <c>messages</c> to the values it is filled with beside those of every message.</param>
public sealed record ServiceContract(
    ImmutableArray<ActionSignature> Actions,
    ImmutableDictionary<string, ImmutableArray<Channel>> Messages,
    ImmutableDictionary<string, ImmutableArray<string>> MessageValues)
{
    /// <summary>Values that fill any message.</summary>
    public static readonly ImmutableArray<string> EveryMessage = ["service-code", "validation-link", "receipt-link", "fund"];

    public ActionSignature? Action(string name) => Actions.FirstOrDefault(action => string.Equals(action.Name, name, StringComparison.Ordinal));
}
