using System.Text;
using System.Text.Json;
using ChatChannels.Runtime.Storage.Keys;
using ChatChannels.Runtime.Storage.Sql;
using ChatChannels.Runtime.Storage.Writing;
using ChatChannels.Services;
using ChatChannels.Services.HandOvers;

namespace ChatChannels.Runtime.Storage.HandOvers;

/// <summary>Turns what concerns hand-overs into sealed rows. The key is that of the address whose chat it is.</summary>
internal static class HandOverSealer
{
    /// <summary>Only the first version makes a row: one that was erased does not come back.</summary>
    private static readonly Statement Keep = new(
        """
        INSERT INTO hand_overs (id, fund, state, asked_at, due, ended_at, version, owner, body)
        SELECT r.id, r.fund, r.state, r.asked, r.due, r.ended, r.version, r.owner, r.body FROM {rows}
        WHERE r.version = 1 OR EXISTS (SELECT 1 FROM hand_overs h WHERE h.id = r.id)
        ON CONFLICT (id) DO UPDATE SET state = excluded.state, due = excluded.due, ended_at = excluded.ended_at,
          version = excluded.version, body = excluded.body
        WHERE hand_overs.version = excluded.version - 1 RETURNING id
        """,
        "id text, fund text, state text, asked long, due long, ended long, version long, owner text, body bytes");

    private static readonly Statement Hear = new(
        "INSERT INTO hand_over_words (hand_over, n, at, agents, owner, body) SELECT r.hand_over, r.number, r.at, r.agents, r.owner, r.body FROM {rows}",
        "hand_over text, number long, at long, agents long, owner text, body bytes");

    /// <summary>Whose key seals a change; null for a change of another kind.</summary>
    public static string? Owner(KeyRing keys, Change change) => change switch
    {
        Change.KeepHandOver { HandOver: var h } => keys.OwnerOfAddress(h.Fund, h.Address.Value),
        Change.KeepWords { HandOver: var h } => keys.OwnerOfAddress(h.Fund, h.Address.Value),
        _ => null,
    };

    /// <summary>The row of a change; null for a change of another kind.</summary>
    public static RowWrite? Row(Change change, DataKey key) => change switch
    {
        Change.KeepHandOver { HandOver: var h } => new(Keep, Row(h, key), CanClash: true),
        Change.KeepWords c => new(Hear, Row(c.HandOver, c.Words, key), CanClash: false),
        _ => null,
    };

    public static string Place(string id) => $"hand_overs|{id}|body";

    public static string PlaceOfWords(string id, long number) => $"hand_over_words|{id}/{number}|body";

    private static object?[] Row(HandOver handOver, DataKey key) =>
    [
        handOver.Id, handOver.Fund.Value, handOver.State.ToString(), handOver.AskedAt.UtcTicks, handOver.Due.UtcTicks,
        handOver.EndedAt?.UtcTicks, handOver.Version, key.Owner,
        key.Seal(JsonSerializer.SerializeToUtf8Bytes(handOver, HandOverJson.Default.HandOver), Place(handOver.Id)),
    ];

    private static object?[] Row(HandOver handOver, HandOverWords words, DataKey key) =>
    [
        handOver.Id, words.Number, words.At.UtcTicks, words.IsAgents ? 1L : 0L, key.Owner,
        key.Seal(Encoding.UTF8.GetBytes(words.Text), PlaceOfWords(handOver.Id, words.Number)),
    ];
}
