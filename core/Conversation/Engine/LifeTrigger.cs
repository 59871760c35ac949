namespace ChatChannels.Conversation.Engine;

/// <summary>What moves a session through its life.</summary>
public enum LifeTrigger
{
    AskLanguage,
    ShowMenu,
    OfferResume,
    AskProof,
    EnterService,
    OfferWayOut,
    ShowHelp,
    OfferCallBack,
    AwaitAgent,
    MeetAgent,
    ChooseChange,

    /// <summary>A detour is over: back to where it was asked for.</summary>
    Return,

    End,
    Drop,
}
