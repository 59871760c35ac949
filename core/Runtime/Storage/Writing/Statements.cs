using ChatChannels.Runtime.Storage.Sql;

namespace ChatChannels.Runtime.Storage.Writing;

/// <summary>What the writer says to either database; what asks for the era, only where nodes share one.</summary>
internal static class Statements
{
    public static readonly Statement AddKeys = new(
        "INSERT INTO keys (owner, wrapped) SELECT r.owner, r.wrapped FROM {rows} WHERE true ON CONFLICT (owner) DO NOTHING RETURNING owner",
        "owner text, wrapped bytes");

    /// <summary>Adds keys that must not be there yet; refused in another era, by a key that must not be null.</summary>
    public static readonly Statement AddKeysSure = new(
        """
        INSERT INTO keys (owner, wrapped) SELECT r.owner, CASE WHEN r.era = (SELECT e.era FROM eras e) THEN r.wrapped END FROM {rows}
        ORDER BY r.owner
        """,
        "owner text, wrapped bytes, era long");

    /// <summary>The numbers of the rows whose key is still the owner's; asked row by row, so that no plan ever scans the table.</summary>
    public static readonly Statement HeldKeys = new(
        "SELECT r.n FROM {rows} WHERE (SELECT k.wrapped FROM keys k WHERE k.owner = r.owner) = r.wrapped",
        "n long, owner text, wrapped bytes");

    public static readonly Statement DropKeys = new("DELETE FROM keys WHERE owner IN (SELECT r.owner FROM {rows})", "owner text");

    public static readonly Statement OpenCase = new(
        """
        INSERT INTO cases (number, fund, kind, state, version, open, identity, changed_at, owner, body)
        SELECT r.number, r.fund, r.kind, r.state, r.version, r.open, r.identity, r.changed, r.owner, r.body FROM {rows} WHERE true
        ON CONFLICT DO NOTHING RETURNING number
        """,
        CaseColumns);

    public static readonly Statement ReplaceCase = new(
        """
        UPDATE cases SET kind = r.kind, state = r.state, version = r.version, open = r.open, identity = r.identity,
          changed_at = r.changed, body = r.body FROM {rows}
        WHERE cases.number = r.number AND cases.fund = r.fund AND cases.version = r.version - 1 RETURNING cases.number
        """,
        CaseColumns);

    public static readonly Statement RegisterMember = new(
        """
        INSERT INTO members (fund, number, identity, likeness, owner, since, body)
        SELECT r.fund, r.number, r.identity, r.likeness, r.owner, r.since, r.body FROM {rows} WHERE true
        ON CONFLICT DO NOTHING RETURNING owner
        """,
        "fund text, number bytes, identity bytes, likeness bytes, owner text, since long, body bytes");

    public static readonly Statement Send = new(
        """
        INSERT INTO outbox (id, state, at, next_at, tries, expires, person, owner, body)
        SELECT r.id, 'waiting', r.at, r.at, 0, r.expires, r.person, r.owner, r.body FROM {rows}
        """,
        "id text, at long, expires long, person bytes, owner text, body bytes");

    public static readonly Statement Record = new(
        """
        INSERT INTO audit (seq, at, fund, fact, about, actor, prev, hash)
        SELECT r.seq, r.at, r.fund, r.fact, r.about, r.actor, r.prev, r.hash FROM {rows}
        """,
        "seq long, at long, fund text, fact text, about text, actor bytes, prev bytes, hash bytes");

    /// <summary>The head of the audit chain; the row stays this transaction's own until it ends.</summary>
    public static readonly Statement LockHead = new(
        "UPDATE audit_head SET seq = seq FROM {rows} WHERE audit_head.id = r.head RETURNING seq, hash", "head long");

    public static readonly Statement MoveHead = new(
        "UPDATE audit_head SET seq = r.last, hash = r.digest, seal = r.sealed FROM {rows} WHERE id = 1", "last long, digest bytes, sealed bytes");

    /// <summary>Moves the head from where memory has it, in the era of memory; refused, by a seq that must not be null, where either is another.</summary>
    public static readonly Statement MoveKnownHead = new(
        """
        UPDATE audit_head SET seq = CASE WHEN audit_head.hash = r.known AND r.era = (SELECT e.era FROM eras e) THEN r.last END,
          hash = r.digest, seal = r.sealed FROM {rows} WHERE id = 1
        """,
        "last long, digest bytes, sealed bytes, known bytes, era long");

    private const string CaseColumns =
        "number text, fund text, kind text, state text, version long, open long, identity bytes, changed long, owner text, body bytes";
}
