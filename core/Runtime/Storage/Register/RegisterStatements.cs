using ChatChannels.Runtime.Storage.Sql;

namespace ChatChannels.Runtime.Storage.Register;

/// <summary>What is written of the register, to either database.</summary>
internal static class RegisterStatements
{
    public static readonly Statement Enqueue = new(
        """
        INSERT INTO register_outbox (id, what, fund, state, at, next_at, tries, owner, body)
        SELECT r.id, r.what, r.fund, 'waiting', r.at, r.at, 0, r.owner, r.body FROM {rows}
        """,
        "id text, what text, fund text, at long, owner text, body bytes");

    public static readonly Statement Answer = new(
        """
        UPDATE register_outbox SET state = 'delivered', settled_at = r.at FROM {rows}
        WHERE register_outbox.id = r.id AND register_outbox.state = 'waiting' RETURNING register_outbox.id
        """,
        "id text, at long");

    public static readonly Statement Follow = new(
        """
        INSERT INTO claim_follows (fund, member, version, owner, body)
        SELECT r.fund, r.member, r.version, r.owner, r.body FROM {rows} WHERE true
        ON CONFLICT (fund, member) DO UPDATE SET version = excluded.version, body = excluded.body
        WHERE claim_follows.version = excluded.version - 1 RETURNING fund
        """,
        "fund text, member bytes, version long, owner text, body bytes");

    public static readonly Statement PutMember = new(
        """
        INSERT INTO members (fund, number, identity, likeness, owner, since, body)
        SELECT r.fund, r.number, r.identity, r.likeness, r.owner, r.since, r.body FROM {rows} WHERE true
        ON CONFLICT (fund, number) DO UPDATE SET identity = excluded.identity, likeness = excluded.likeness, since = excluded.since,
          owner = excluded.owner, body = excluded.body
        """,
        "fund text, number bytes, identity bytes, likeness bytes, owner text, since long, body bytes");

    public static readonly Statement DropFacts = new("DELETE FROM member_facts WHERE owner IN (SELECT r.owner FROM {rows})", "owner text");

    public static readonly Statement PutFact = new(
        """
        INSERT INTO member_facts (fact, fund, number, owner)
        SELECT r.fact, r.fund, r.number, r.owner FROM {rows} WHERE true ON CONFLICT (fact, number) DO NOTHING
        """,
        "fact bytes, fund text, number bytes, owner text");

    public static readonly Statement PutAccount = new(
        """
        INSERT INTO accounts (fund, number, owner, body) SELECT r.fund, r.number, r.owner, r.body FROM {rows} WHERE true
        ON CONFLICT (fund, number) DO UPDATE SET owner = excluded.owner, body = excluded.body
        """,
        "fund text, number bytes, owner text, body bytes");

    public static readonly Statement PutEmployer = new(
        """
        INSERT INTO employers (fund, number, owner, body) SELECT r.fund, r.number, r.owner, r.body FROM {rows} WHERE true
        ON CONFLICT (fund, number) DO UPDATE SET owner = excluded.owner, body = excluded.body
        """,
        "fund text, number bytes, owner text, body bytes");

    public static readonly Statement PutClaim = new(
        """
        INSERT INTO claims (fund, claim, member, digest, changed_at, owner, body)
        SELECT r.fund, r.claim, r.member, r.digest, r.at, r.owner, r.body FROM {rows} WHERE true
        ON CONFLICT (fund, claim) DO UPDATE SET member = excluded.member, digest = excluded.digest, changed_at = excluded.changed_at,
          owner = excluded.owner, body = excluded.body
        WHERE claims.digest <> excluded.digest
        """,
        "fund text, claim bytes, member bytes, digest bytes, at long, owner text, body bytes");

    /// <summary>The lines whose identity is another member's.</summary>
    public static readonly Statement IdentityTaken = new(
        "SELECT r.line FROM {rows} JOIN members m ON m.fund = r.fund AND m.identity = r.identity AND m.number <> r.number",
        "line long, fund text, identity bytes, number bytes");

    /// <summary>The lines whose member is not there.</summary>
    public static readonly Statement NoMember = new(
        "SELECT r.line FROM {rows} WHERE NOT EXISTS (SELECT 1 FROM members m WHERE m.fund = r.fund AND m.number = r.number)",
        "line long, fund text, number bytes");
}
