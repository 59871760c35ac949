using System.Runtime.InteropServices;
using ChatChannels.Runtime.Storage.Files;
using ChatChannels.Runtime.Storage.Keys;
using ChatChannels.Runtime.Storage.Sql;
using ChatChannels.Runtime.Storage.Writing;
using ChatChannels.Services;
using ChatChannels.Services.Cases;
using ChatChannels.Services.Documents;

namespace ChatChannels.Runtime.Storage.Documents;

/// <summary>Turns documents into sealed rows: by the key of who sent them, and by the case's once one has them.</summary>
internal static class DocumentSealer
{
    private const string Columns = "id text, fund text, filed text, paper text, media text, at long, owner text, body bytes, content text";

    private static readonly Statement Keep = new(
        """
        INSERT INTO documents (id, fund, filed, paper, media_type, at, owner, body, content)
        SELECT r.id, r.fund, r.filed, r.paper, r.media, r.at, r.owner, r.body, r.content FROM {rows}
        """,
        Columns);

    private static readonly Statement File = new(
        """
        INSERT INTO documents (id, fund, filed, paper, media_type, at, owner, body, content)
        SELECT r.id, r.fund, r.filed, r.paper, r.media, r.at, r.owner, r.body, r.content FROM {rows} WHERE true
        ON CONFLICT (id) DO UPDATE SET filed = excluded.filed, paper = excluded.paper, owner = excluded.owner, body = excluded.body, content = excluded.content
        WHERE documents.filed IS NULL AND documents.fund = excluded.fund RETURNING id
        """,
        Columns);

    /// <summary>Whose key seals a change; null for a change of another kind.</summary>
    public static string? Owner(KeyRing keys, Change change) => change switch
    {
        Change.KeepDocument keep => keys.OwnerOfAddress(keep.Document.Fund, keep.Sender.Value),
        Change.FileDocument file => KeyRing.OwnerOfCase(new CaseNumber(file.Case)),
        _ => null,
    };

    /// <summary>The row of a change; null for a change of another kind.</summary>
    public static RowWrite? Row(Change change, DataKey key) => change switch
    {
        Change.KeepDocument keep => new(Keep, Row(keep.Document, key, null, null), CanClash: false),
        Change.FileDocument file => new(File, Row(file.Document, key, file.Case, file.Paper), CanClash: true),
        _ => null,
    };

    /// <summary>Where a content belongs: it opens in no other case.</summary>
    public static string Place(string id, string? filed) => $"documents|{id}/{filed}|body";

    private static object?[] Row(Document document, DataKey key, string? filed, string? paper)
    {
        var id = document.Id.ToString("D");
        var content = ImmutableCollectionsMarshal.AsArray(document.Content)!;
        return [id, document.Fund.Value, filed, paper, document.MediaType, document.At.UtcTicks, key.Owner, key.Seal(content, Place(id, filed)), FileReference.Of(content)?.Content];
    }
}
