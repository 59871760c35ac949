using System.Data.Common;
using ChatChannels.Runtime.Storage.Keys;
using ChatChannels.Runtime.Storage.Writing;
using ChatChannels.Services.Verification;
using Dapper;

namespace ChatChannels.Runtime.Storage.Verification;

/// <summary>Challenges in SQLite or PostgreSQL. A try updates its row, so that parallel ones see it counted one after the other.</summary>
internal sealed class SqlChallenges(Writer writer, KeyRing keys) : IChallenges
{
    /// <summary>Filled by property: SQLite tells no types of a RETURNING without rows, which a constructor would need.</summary>
    private sealed record Row
    {
        public string Hash { get; init; } = "";

        public byte[] Bucket { get; init; } = [];

        public long Checks { get; init; }

        public long Expires { get; init; }

        public long? UsedAt { get; init; }
    }

    public Task<CodeCount> Count(CodeTry attempt, CancellationToken cancellation)
    {
        var line = keys.Subject(attempt.Line);
        return writer.Do(connection => Count(connection, attempt, line), cancellation);
    }

    public Task<int> Sweep(DateTimeOffset before, DateOnly today, CancellationToken cancellation) => writer.Do(
        async connection =>
        {
            await connection.ExecuteAsync(
                "DELETE FROM tallies WHERE (day > @Ever AND day < @today) OR (day = @Paced AND count < @now)",
                new { Tallies.Ever, Tallies.Paced, today = (long)today.DayNumber, now = before.UtcTicks });
            await connection.ExecuteAsync("DELETE FROM reverse_proofs WHERE expires < @before", new { before = before.UtcTicks });
            await connection.ExecuteAsync("DELETE FROM password_links WHERE expires < @before", new { before = before.UtcTicks });
            await connection.ExecuteAsync(
                "DELETE FROM lines WHERE last < @before", new { before = before.AddDays(-SqlLineHistory.LongestSilence).UtcTicks });
            return await connection.ExecuteAsync("DELETE FROM challenges WHERE expires < @before", new { before = before.UtcTicks });
        },
        cancellation);

    private static async Task<CodeCount> Count(DbConnection writer, CodeTry attempt, byte[] line)
    {
        var failures = await Tallies.Add(writer, line, attempt.Day.DayNumber, 1);
        if (failures > attempt.Policy.FailuresPerDay)
            return new CodeCount(failures);
        var row = await writer.QuerySingleOrDefaultAsync<Row>(
            "UPDATE challenges SET checks = checks + 1 WHERE id = @Challenge RETURNING hash, bucket, checks, expires, used_at AS usedAt",
            new { attempt.Challenge });
        if (row is null)
            return new CodeCount(failures);
        var challenge = new Challenge(attempt.Challenge, row.Hash, new DateTimeOffset(row.Expires, TimeSpan.Zero))
        {
            Checks = row.Checks,
            IsUsed = row.UsedAt is not null,
        };
        if (ChallengeLife.StateOf(challenge, attempt.Policy.Checks, attempt.Now) is not ChallengeState.Open)
            return new CodeCount(failures, challenge);
        return new CodeCount(
            failures,
            challenge,
            await Tallies.Add(writer, row.Bucket, attempt.Day.DayNumber, 1),
            await Tallies.Add(writer, row.Bucket, Tallies.Ever, 1));
    }
}
