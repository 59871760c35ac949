using ChatChannels.Runtime.Storage.Keys;
using ChatChannels.Runtime.Storage.Sql;
using ChatChannels.Services;
using ChatChannels.Services.Verification;
using Dapper;

namespace ChatChannels.Runtime.Storage.Verification;

/// <summary>
/// What the register and this service itself know of a line, where no operator can be asked: it has changed if its number is newly on
/// file, and has not if it proved possession here before anything that is recent, and again within <see cref="LongestSilence"/> days. It
/// cannot see a SIM swap that nobody told the register of; whoever is not known here stays unknown.
/// </summary>
internal sealed class SqlLineHistory(Database database, KeyRing keys) : ILineHistory
{
    /// <summary>Days after which operators give a silent number to somebody else; the statement that sees lines has it in ticks.</summary>
    public const int LongestSilence = 90;

    /// <summary>Filled by property, as SQLite tells no types of a result without rows.</summary>
    private sealed record Row
    {
        public long First { get; init; }

        public long Last { get; init; }
    }

    public async Task<bool?> HasChanged(string phone, DateOnly onFileSince, DateOnly lately, DateOnly today, CancellationToken cancellation)
    {
        var line = KeyRing.Hex(keys.Master.Secret(Change.SeeLine.Subject, phone));
        var row = await database.Read(
            reader => reader.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(
                "SELECT first, last FROM lines WHERE line = @line", new { line }, cancellationToken: cancellation)),
            cancellation);
        if (onFileSince > lately)
            return true;
        return row is not null && DayOf(row.First) <= lately && DayOf(row.Last) >= today.AddDays(-LongestSilence) ? false : null;
    }

    private static DateOnly DayOf(long ticks) => DateOnly.FromDateTime(new DateTime(ticks, DateTimeKind.Utc));
}
