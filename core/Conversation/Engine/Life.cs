namespace ChatChannels.Conversation.Engine;

/// <summary>Where a session stands in its own life. Declared as a machine in <see cref="SessionLife"/>.</summary>
public enum Life
{
    /// <summary>Nothing has been shown yet.</summary>
    Fresh,

    /// <summary>The superstate of all that goes on; no session stands in it itself.</summary>
    Live,

    /// <summary>The superstate of the screens that lead back to where they were asked for.</summary>
    Detour,

    /// <summary>The person chooses a language.</summary>
    ChoosingLanguage,

    /// <summary>The menu of services is shown.</summary>
    AtMenu,

    /// <summary>An earlier session was left unfinished: continue, or start over.</summary>
    OfferedResume,

    /// <summary>The person proves to be the one who left the earlier session.</summary>
    Proving,

    /// <summary>A service's flow is running.</summary>
    InService,

    /// <summary>After too many wrong answers: menu, call-back, or stop and resume later.</summary>
    OfferedWayOut,

    /// <summary>Help is shown; any key returns.</summary>
    Helping,

    /// <summary>The person is asked to confirm that an agent calls back.</summary>
    OfferedCallBack,

    /// <summary>The person waits for an agent, and may write already.</summary>
    AwaitingAgent,

    /// <summary>An agent speaks with the person; the bot is silent.</summary>
    WithAgent,

    /// <summary>One answer of a review is being chosen for change.</summary>
    ChoosingChange,

    /// <summary>The exchange is over for good.</summary>
    Ended,

    /// <summary>The line was lost; the person may come back within <see cref="SessionLimits.Lifetime"/>.</summary>
    Dropped,
}
