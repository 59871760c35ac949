using ChatChannels.Conversation.Localization;

namespace ChatChannels.Conversation.Engine;

/// <summary>One person's stand in a fund's conversation. Immutable: a step makes the next one, a bad step leaves this one as it was.</summary>
public sealed record Session
{
    public required SessionKey Key { get; init; }

    public required Address Address { get; init; }

    /// <summary>Counts the committed turns; a commit must name the version it read. 0 is a session never committed.</summary>
    public long Version { get; init; }

    public Life Life { get; init; }

    /// <summary>Where help, call-back, change and way-out screens return to.</summary>
    public Life ReturnTo { get; init; }

    public required Language Language { get; init; }

    /// <summary>Whether the person chose the language, now or on an earlier call; else it is the fund's first.</summary>
    public bool LanguageChosen { get; init; }

    /// <summary>The flows in progress, the running one last; empty at the menu.</summary>
    public ImmutableArray<Frame> Frames { get; init; } = [];

    public AnswerSheet Answers { get; init; } = AnswerSheet.None;

    /// <summary>The answer under change, when one single answer of a review is asked again.</summary>
    public string? Changing { get; init; }

    /// <summary>What narrows a searchable list, as typed.</summary>
    public string? Filter { get; init; }

    /// <summary>The page on show, from 0.</summary>
    public int Page { get; init; }

    /// <summary>How many pages the screen on show has, told by the channel that rendered it.</summary>
    public int Pages { get; init; } = 1;

    /// <summary>Wrong answers in a row at this state.</summary>
    public int WrongAnswers { get; init; }

    /// <summary>The earlier session this one may resume; null once resumed or turned down.</summary>
    public HeldStand? Held { get; init; }

    /// <summary>The hand-over to the agents, while it lasts.</summary>
    public AgentStand? Agent { get; init; }

    /// <summary>The number to call back, E.164, where the person gave one for it; empty while another is asked for. Personal.</summary>
    public string? CallBackTo { get; init; }

    /// <summary>Answers that were derived, not asked; they go when what they came from changes.</summary>
    public ImmutableSortedSet<string> Derived { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Whether a save point was passed: there is something worth coming back for.</summary>
    public bool Saved { get; init; }

    /// <summary>Whether the invitation to dial again has been sent for this session.</summary>
    public bool Reminded { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When the person last did something.</summary>
    public required DateTimeOffset LastAt { get; init; }

    public int Turns { get; init; }

    /// <summary>The last input and how often it came in a row; a runaway client is cut off.</summary>
    public RepeatedInput Repeated { get; init; } = RepeatedInput.None;

    /// <summary>The running frame; only while a service is in progress.</summary>
    public Frame Top => Frames[^1];

    /// <summary>Where the running service stands, or null when none is running.</summary>
    public HeldStand? Running => Life is Life.Ended || Frames.IsEmpty
        ? null
        : new HeldStand(Frames, Answers, Derived, Saved, Changing, Own: true, Page: Page);

    /// <summary>
    /// What can be resumed, or null when nothing was begun. Of two services left open it is the running one, unless only
    /// the other has passed a save point.
    /// </summary>
    public HeldStand? Stand => Held is { Saved: true } && !Saved ? Held : Running ?? Held;

    public override string ToString() => $"Session {{ {Key.Fund} {Key.Channel} {Life} {(Frames.IsEmpty ? "" : Top.State)} v{Version} }}";
}
