using ChatChannels.Bot.Activities;

namespace ChatChannels.Bot.DirectLine;

/// <summary>Takes what a client says in a conversation that has begun, by whichever way it comes.</summary>
internal sealed class ActivityIntake(Dialogues dialogues)
{
    private const string Joined = "webchat/join";

    /// <summary>Takes an activity.</summary>
    /// <returns>The id that it got; null where nothing happened, and it may be sent again.</returns>
    public async Task<string?> Take(Caller caller, string conversation, Said said) => said.Echo switch
    {
        { Type: ActivityTypes.Message } => await dialogues.Say(caller, conversation, said),
        { Type: ActivityTypes.Event, Name: Joined } => await dialogues.Join(caller.Fund, conversation, said.Known) ? Unstored(conversation) : null,
        { Type: ActivityTypes.EndOfConversation } => await dialogues.Leave(caller.Fund, conversation, said.Echo) ? Unstored(conversation) : null,
        _ => Unstored(conversation),
    };

    /// <summary>The id of what changes nothing and is not read back.</summary>
    private string Unstored(string conversation) => $"{conversation}|{dialogues.NewId()}";
}
