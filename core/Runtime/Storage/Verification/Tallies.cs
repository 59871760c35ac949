using System.Data.Common;
using Dapper;

namespace ChatChannels.Runtime.Storage.Verification;

/// <summary>Counts by subject and day, inside the writer's transaction.</summary>
internal static class Tallies
{
    /// <summary>The day of a count that no day ends.</summary>
    public const long Ever = 0;

    /// <summary>Adds to a count.</summary>
    /// <returns>The count then.</returns>
    public static Task<long> Add(DbConnection writer, byte[] subject, long day, int cost) => writer.ExecuteScalarAsync<long>(
        """
        INSERT INTO tallies (subject, day, count) VALUES (@subject, @day, @cost)
        ON CONFLICT (subject, day) DO UPDATE SET count = tallies.count + @cost RETURNING count
        """,
        new { subject, day, cost });
}
