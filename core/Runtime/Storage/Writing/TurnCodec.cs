using System.Collections.Immutable;
using System.Text.Json;
using ChatChannels.Conversation.Engine;

namespace ChatChannels.Runtime.Storage.Writing;

/// <summary>A turn to bytes and back. Unknown fields are passed over; a field not there yet when it was written takes its default.</summary>
internal static class TurnCodec
{
    public static byte[] Encode(TurnWrite turn) => TurnEncoder.Encode(turn);

    public static StoredSession Decode(ReadOnlySpan<byte> bytes)
    {
        var turn = JsonSerializer.Deserialize(bytes, TurnJson.Default.TurnWrite)!;
        return new StoredSession(Mend(turn.Session), turn.Request ?? "", turn.Reply ?? "");
    }

    /// <summary>The serialiser gives a missing property its type's default, not the one that the record declares.</summary>
    private static Session Mend(Session session) => session with
    {
        Frames = Mend(session.Frames),
        Answers = session.Answers ?? AnswerSheet.None,
        Derived = session.Derived ?? NameSetConverter.None,
        Pages = session.Pages is 0 ? 1 : session.Pages,
        Repeated = session.Repeated ?? RepeatedInput.None,
        Held = session.Held is { } held
            ? held with { Frames = Mend(held.Frames), Answers = held.Answers ?? AnswerSheet.None, Derived = held.Derived ?? NameSetConverter.None }
            : null,
    };

    private static ImmutableArray<Frame> Mend(ImmutableArray<Frame> frames) => frames.IsDefault ? [] : frames;
}
