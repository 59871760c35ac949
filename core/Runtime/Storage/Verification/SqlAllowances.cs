using System.Data.Common;
using ChatChannels.Runtime.Storage.Keys;
using ChatChannels.Runtime.Storage.Writing;
using ChatChannels.Services.Verification;

namespace ChatChannels.Runtime.Storage.Verification;

/// <summary>Allowances, taken by the writer one after the other and told only once they are on disk.</summary>
internal sealed class SqlAllowances(Writer writer, KeyRing keys) : IAllowances
{
    public Task<Allowed> Take(IReadOnlyList<Allowance> allowances, DateOnly day, CancellationToken cancellation)
    {
        var indexed = allowances.Select(allowance => (allowance, keys.Subject(allowance.Subject))).ToList();
        return writer.Do(connection => Take(connection, indexed, day), cancellation);
    }

    private static async Task<Allowed> Take(DbConnection writer, List<(Allowance Allowance, byte[] Subject)> indexed, DateOnly day)
    {
        var allowed = Allowed.Granted;
        foreach (var (allowance, subject) in indexed)
        {
            var cost = allowed is Allowed.Granted ? allowance.Cost : 0;
            var count = await Tallies.Add(writer, subject, day.DayNumber, cost);
            if (count + (cost is 0 ? 1 : 0) <= allowance.Most)
                continue;
            if (!allowance.IsSilent)
                return Allowed.Refused;
            allowed = Allowed.Muted;
        }

        return allowed;
    }
}
