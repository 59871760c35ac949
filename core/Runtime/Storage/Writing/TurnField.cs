namespace ChatChannels.Runtime.Storage.Writing;

/// <summary>
/// The numbers by which a stored turn names its fields: a CBOR map (RFC 8949), since names took half of every row. A number stays
/// what it is for good, and one that is given up is not used again.
/// </summary>
internal enum TurnField
{
    /// <summary>Fund, channel and exchange; always the first, as <see cref="Address"/> is left out where it says the same.</summary>
    Key = 1,

    /// <summary>Channel, value and proof.</summary>
    Address = 2,
    Version = 3,
    Life = 4,
    ReturnTo = 5,
    Language = 6,
    LanguageChosen = 7,

    /// <summary>Of each flow, entry and state, with the flow's version behind its name.</summary>
    Frames = 8,
    Answers = 9,
    Derived = 10,
    Changing = 11,
    Filter = 12,
    Page = 13,
    Pages = 14,
    WrongAnswers = 15,

    /// <summary>A map of its own, with the numbers of a session's fields where they mean the same.</summary>
    Held = 16,
    Agent = 17,
    Saved = 18,
    Reminded = 19,

    /// <summary>UTC ticks of 100 ns, as all instants.</summary>
    StartedAt = 20,
    LastAt = 21,
    Turns = 22,
    Repeated = 23,
    Request = 24,
    Reply = 25,

    /// <summary>Of what is held.</summary>
    Own = 26,

    /// <summary>Of what is held.</summary>
    WrongProofs = 27,
    CallBackTo = 28,
}
