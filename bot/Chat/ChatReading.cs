using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Localization;
using ChatChannels.Runtime.Storage;
using ChatChannels.Runtime.Turns;

namespace ChatChannels.Bot.Chat;

/// <summary>
/// Reads what was said in a chat, which has no dial tone: the first word opens the conversation, and so does the first one after it
/// ended or was left for long.
/// </summary>
internal static class ChatReading
{
    /// <summary>The person said something, or sent what says nothing here: that opens what is not open, and else shows it again.</summary>
    /// <param name="id">What tells the message from every other.</param>
    /// <param name="known">The language that the channel tells, for who has not chosen one.</param>
    public static Reading.Fresh Of(StoredSession? stored, Heard? heard, string id, Language? known, DateTimeOffset now) =>
        heard is null ? Arrival(stored, id, known, now) : new(InputOf(stored?.Session, heard, known, now), id);

    /// <summary>The person came in: opens what is not open, and else shows it again.</summary>
    public static Reading.Fresh Arrival(StoredSession? stored, string id, Language? known, DateTimeOffset now) =>
        new(IsOver(stored?.Session, now) ? Opening(known) : new Input.Looked(), id);

    /// <summary>The page came, perhaps for the second time: opens what is not open, and else nothing happens.</summary>
    public static Reading Joining(StoredSession? stored, string id, Language? known, DateTimeOffset now) =>
        IsOver(stored?.Session, now) ? new Reading.Fresh(Opening(known), id) : new Reading.Repeated(stored!.Request);

    private static Input InputOf(Session? session, Heard heard, Language? known, DateTimeOffset now)
    {
        if (IsOver(session, now))
            return Opening(known);
        if (heard.File is { } sent)
            return sent;
        return heard.Turn is { } turn && turn != session!.Version && !LeavesAgent(session, heard) ? new Input.Looked() : new Input.Said(heard.Text);
    }

    /// <summary>While an agent speaks no screens come: the way back to the bot stays good on any that is left.</summary>
    private static bool LeavesAgent(Session session, Heard heard) => session.Agent is not null && heard.Text is Keys.Menu;

    private static bool IsOver(Session? session, DateTimeOffset now) =>
        session is null or { Life: Life.Ended or Life.Dropped } || now - session.LastAt > SessionLimits.Lifetime;

    private static Input.Dialled Opening(Language? known) => new([], Known: known);
}
