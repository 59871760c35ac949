using System.Data.Common;
using Dapper;

namespace ChatChannels.Runtime.Storage.Verification;

/// <summary>Counts by subject and day, inside the writer's transaction.</summary>
internal static class Tallies
{
    /// <summary>The day of a count that no day ends.</summary>
    public const long Ever = 0;

    /// <summary>
    /// The day of a paced count: its count is the instant, in UTC ticks, until which the subject has spent its share (the generic cell
    /// rate algorithm, ITU-T I.371 annex A). One that lies further ahead than can be spent is from a clock that was set back, and is forgotten.
    /// </summary>
    public const long Paced = -1;

    /// <summary>Takes from a paced count if there is enough left.</summary>
    /// <returns>Null when it was taken; else the ticks to wait until there is enough.</returns>
    public static async Task<long?> Take(DbConnection writer, Pace pace, long now)
    {
        var values = new { pace.Subject, day = Paced, now, fresh = now + (pace.Step * pace.Cost), cost = pace.Step * pace.Cost, ahead = now + (pace.Step * pace.AtOnce), latest = now + (pace.Step * (pace.AtOnce - Math.Max(1, pace.Cost))) };
        if (await writer.ExecuteScalarAsync<long?>(Pacing, values) is not null)
            return null;
        var spent = await writer.ExecuteScalarAsync<long>("SELECT count FROM tallies WHERE subject = @Subject AND day = @day", values);
        return spent - values.latest;
    }

    /// <summary>Gives back what was taken in the same transaction.</summary>
    public static Task GiveBack(DbConnection writer, Pace pace) => writer.ExecuteAsync(
        "UPDATE tallies SET count = count - @cost WHERE subject = @Subject AND day = @day",
        new { pace.Subject, day = Paced, cost = pace.Step * pace.Cost });

    private const string Pacing =
        """
        INSERT INTO tallies (subject, day, count) VALUES (@Subject, @day, @fresh)
        ON CONFLICT (subject, day) DO UPDATE
          SET count = CASE WHEN tallies.count < @now OR tallies.count > @ahead THEN @now ELSE tallies.count END + @cost
          WHERE tallies.count <= @latest OR tallies.count > @ahead
        RETURNING count
        """;

    /// <summary>Adds to a count.</summary>
    /// <returns>The count then.</returns>
    public static Task<long> Add(DbConnection writer, byte[] subject, long day, int cost) => writer.ExecuteScalarAsync<long>(
        """
        INSERT INTO tallies (subject, day, count) VALUES (@subject, @day, @cost)
        ON CONFLICT (subject, day) DO UPDATE SET count = tallies.count + @cost RETURNING count
        """,
        new { subject, day, cost });
}
