using System.Runtime.InteropServices;
using System.Text;
using ChatChannels.Conversation;
using ChatChannels.Runtime.Storage.Files;
using ChatChannels.Runtime.Storage.Keys;
using ChatChannels.Runtime.Storage.Sql;
using ChatChannels.Runtime.Storage.Writing;
using ChatChannels.Services;
using ChatChannels.Services.Dialogues;

namespace ChatChannels.Runtime.Storage.Dialogues;

/// <summary>Turns what concerns dialogues into sealed rows. The key is that of the address whose turns they are.</summary>
internal static class DialogueSealer
{
    private static readonly Statement Open = new(
        """
        INSERT INTO dialogues (dialogue, at, owner, body)
        SELECT r.dialogue, r.at, r.owner, r.body FROM {rows} WHERE true ON CONFLICT DO NOTHING RETURNING at
        """,
        "dialogue bytes, at long, owner text, body bytes");

    private static readonly Statement Tell = new(
        """
        INSERT INTO dialogue_turns (dialogue, last, count, id, at, owner, body)
        SELECT r.dialogue, r.count + COALESCE((SELECT MAX(t.last) FROM dialogue_turns t WHERE t.dialogue = r.dialogue), 0),
          r.count, r.id, r.at, r.owner, r.body
        FROM {rows} WHERE true ON CONFLICT DO NOTHING RETURNING last
        """,
        "dialogue bytes, count long, id bytes, at long, owner text, body bytes");

    private static readonly Statement KeepFile = new(
        "INSERT INTO dialogue_files (id, dialogue, at, owner, body, content) SELECT r.id, r.dialogue, r.at, r.owner, r.body, r.content FROM {rows}",
        "id text, dialogue bytes, at long, owner text, body bytes, content text");

    /// <summary>Whose key seals a change; null for a change of another kind.</summary>
    public static string? Owner(KeyRing keys, Change change) => change switch
    {
        Change.OpenDialogue { Dialogue: var d } => keys.OwnerOfAddress(d.Fund, d.Id),
        Change.Tell { Turn: var t } => keys.OwnerOfAddress(t.Fund, t.Dialogue),
        Change.KeepFile { File: var f } => keys.OwnerOfAddress(f.Fund, f.Dialogue),
        _ => null,
    };

    /// <summary>The row of a change; null for a change of another kind.</summary>
    public static RowWrite? Row(KeyRing keys, Change change, DataKey key) => change switch
    {
        Change.OpenDialogue { Dialogue: var d } => new(Open, Row(keys, d, key), CanClash: true),
        Change.Tell { Turn: var t } => new(Tell, Row(keys, t, key), CanClash: true),
        Change.KeepFile { File: var f } => new(KeepFile, Row(keys, f, key), CanClash: false),
        _ => null,
    };

    public static byte[] Index(KeyRing keys, FundId fund, string dialogue) => keys.Blind("dialogue", fund, dialogue);

    /// <summary>A client's own ids are held apart by case.</summary>
    public static byte[] TurnIndex(KeyRing keys, byte[] dialogue, string turn) => keys.Master.Blind("dialogue-turn", $"{KeyRing.Hex(dialogue)}\n{turn}");

    public static string Place(byte[] dialogue) => $"dialogues|{KeyRing.Hex(dialogue)}|body";

    public static string PlaceOfTurn(byte[] dialogue, byte[] turn) => $"dialogue_turns|{KeyRing.Hex(dialogue)}/{KeyRing.Hex(turn)}|body";

    public static string PlaceOfFile(string id) => $"dialogue_files|{id}|body";

    private static object?[] Row(KeyRing keys, Dialogue dialogue, DataKey key)
    {
        var index = Index(keys, dialogue.Fund, dialogue.Id);
        return [index, dialogue.At.UtcTicks, key.Owner, key.Seal(Encoding.UTF8.GetBytes(dialogue.User ?? ""), Place(index))];
    }

    private static object?[] Row(KeyRing keys, DialogueTurn turn, DataKey key)
    {
        var index = Index(keys, turn.Fund, turn.Dialogue);
        var id = TurnIndex(keys, index, turn.Id);
        var lines = Encoding.UTF8.GetBytes(string.Join('\n', turn.Activities));
        return [index, (long)turn.Activities.Length, id, turn.At.UtcTicks, key.Owner, key.Seal(lines, PlaceOfTurn(index, id))];
    }

    private static object?[] Row(KeyRing keys, DialogueFile file, DataKey key)
    {
        var id = file.Id.ToString("D");
        var content = ImmutableCollectionsMarshal.AsArray(file.Content)!;
        return [id, Index(keys, file.Fund, file.Dialogue), file.At.UtcTicks, key.Owner, key.Seal(content, PlaceOfFile(id)), FileReference.Of(content)?.Content];
    }
}
