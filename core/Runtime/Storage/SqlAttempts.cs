using ChatChannels.Runtime.Storage.Keys;
using ChatChannels.Runtime.Storage.Writing;
using ChatChannels.Services;
using Dapper;

namespace ChatChannels.Runtime.Storage;

/// <summary>Tries, counted by the writer one after the other and told only once they are on disk.</summary>
internal sealed class SqlAttempts(Writer writer, KeyRing keys) : IAttempts
{
    public Task<IReadOnlyList<int>> Count(IReadOnlyList<string> subjects, DateOnly day, CancellationToken cancellation)
    {
        var indexes = subjects.Select(keys.Subject).ToList();
        return writer.Do<IReadOnlyList<int>>(
            async connection =>
            {
                var counts = new List<int>();
                foreach (var subject in indexes)
                {
                    counts.Add((int)await connection.ExecuteScalarAsync<long>(
                        """
                        INSERT INTO attempts (subject, day, count) VALUES (@subject, @day, 1)
                        ON CONFLICT (subject, day) DO UPDATE SET count = attempts.count + 1 RETURNING count
                        """,
                        new { subject, day = (long)day.DayNumber }));
                }

                return counts;
            },
            cancellation);
    }

    public Task GiveBack(string subject, DateOnly day, CancellationToken cancellation)
    {
        var values = new { subject = keys.Subject(subject), day = (long)day.DayNumber };
        return writer.Do(
            connection => connection.ExecuteAsync("UPDATE attempts SET count = count - 1 WHERE subject = @subject AND day = @day AND count > 0", values), cancellation);
    }

    public Task Forgive(string subject, CancellationToken cancellation)
    {
        var index = keys.Subject(subject);
        return writer.Do(connection => connection.ExecuteAsync("DELETE FROM attempts WHERE subject = @index", new { index }), cancellation);
    }
}
