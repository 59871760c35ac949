using System.Collections.Immutable;
using ChatChannels.Runtime.Storage.Keys;
using ChatChannels.Runtime.Storage.Sql;
using ChatChannels.Runtime.Storage.Writing;
using ChatChannels.Services;
using ChatChannels.Services.Accounts;
using ChatChannels.Services.Documents;

namespace ChatChannels.Runtime.Storage.Verification;

/// <summary>What changes of verification write: hashes, blind indexes, and what a token of the person seals, so that no owner's key is needed.</summary>
internal static class VerificationRows
{
    private static readonly Statement Issue = new(
        """
        INSERT INTO challenges (id, hash, bucket, checks, expires)
        SELECT r.id, r.hash, r.bucket, 0, r.expires FROM {rows}
        """,
        "id text, hash text, bucket bytes, expires long");

    private static readonly Statement Use = new(
        "UPDATE challenges SET used_at = r.now FROM {rows} WHERE challenges.id = r.id AND used_at IS NULL RETURNING challenges.id",
        "id text, now long");

    private static readonly Statement Forgive = new(
        "DELETE FROM tallies WHERE subject IN (SELECT c.bucket FROM {rows} JOIN challenges c ON c.id = r.id)", "id text");

    private static readonly Statement GiveBack = new(
        "UPDATE tallies SET count = count - 1 FROM {rows} WHERE tallies.subject = r.line AND tallies.day = r.day AND count > 0",
        "line bytes, day long");

    /// <summary>A line that was not seen for long begins anew: its number may be somebody else's by now.</summary>
    private static readonly Statement SeeLine = new(
        """
        INSERT INTO lines (line, first, last) SELECT r.line, MIN(r.first), MAX(r.at) FROM {rows} WHERE true GROUP BY r.line
        ON CONFLICT (line) DO UPDATE SET
          first = CASE WHEN excluded.last - lines.last > 77760000000000 OR excluded.first < lines.first THEN excluded.first ELSE lines.first END,
          last = excluded.last
        """,
        "line text, first long, at long");

    private static readonly Statement GiveBackFact = new(
        "UPDATE tallies SET count = count - r.taken FROM {rows} WHERE tallies.subject = r.subject AND tallies.day = r.day AND count > 0",
        "subject bytes, day long, taken long");

    private static readonly Statement StartReverse = new(
        "INSERT INTO reverse_proofs (id, code, expires) SELECT r.id, r.code, r.expires FROM {rows}", "id text, code bytes, expires long");

    private static readonly Statement UseReverse = new(
        "UPDATE reverse_proofs SET used_at = r.now FROM {rows} WHERE reverse_proofs.id = r.id AND used_at IS NULL RETURNING reverse_proofs.id",
        "id text, now long");

    /// <summary>The rows of a change; none for a change of another kind.</summary>
    public static ImmutableArray<RowWrite> Of(Change change, KeyRing keys) => change switch
    {
        Change.IssueCode { Challenge: var issued } issue =>
        [
            new(Issue, [issued.Id, issued.Hash, keys.Subject(issue.Bucket), issued.Expires.UtcTicks], CanClash: false),
        ],
        Change.UseCode { Try: var right } =>
        [
            new(Use, [right.Challenge, right.Now.UtcTicks], CanClash: true),
            new(Forgive, [right.Challenge], CanClash: false),
            new(GiveBack, [keys.Subject(right.Line), (long)right.Day.DayNumber], CanClash: false),
        ],
        Change.SeeLine seen => [new(SeeLine, [seen.Line, seen.First.UtcTicks, seen.At.UtcTicks], CanClash: false)],
        Change.GiveBackFacts { Subjects: var subjects } right =>
        [
            .. subjects.Select(subject => new RowWrite(GiveBackFact, [keys.Subject(subject), (long)right.Day.DayNumber, right.IsRight ? 1L : 0L], CanClash: false)),
        ],
        Change.StartReverseProof { Proof: var proof } =>
        [
            new(StartReverse, [proof.Id, SqlReverseProofs.Code(keys, proof.Fund, proof.Code), proof.Expires.UtcTicks], CanClash: false),
        ],
        Change.UseReverseProof use => [new(UseReverse, [use.Id, use.At.UtcTicks], CanClash: true)],
        Change.IssueLink { Token: var token, Link: PasswordLink link } => [LinkTables.Password.Issue(keys, token, link)],
        Change.IssueLink { Token: var token, Link: DocumentLink link } => [LinkTables.Document.Issue(keys, token, link)],
        Change.UseLink { Link: PasswordLink } use => [LinkTables.Password.Use(keys, use.Token, use.At)],
        Change.UseLink { Link: DocumentLink } use => [LinkTables.Document.Use(keys, use.Token, use.At)],
        _ => [],
    };
}
