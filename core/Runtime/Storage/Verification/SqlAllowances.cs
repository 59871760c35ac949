using System.Data.Common;
using ChatChannels.Runtime.Storage.Keys;
using ChatChannels.Runtime.Storage.Writing;
using ChatChannels.Services.Verification;

namespace ChatChannels.Runtime.Storage.Verification;

/// <summary>Allowances, taken by the writer one after the other and told only once they are on disk.</summary>
internal sealed class SqlAllowances(Writer writer, KeyRing keys) : IAllowances
{
    public Task<Allowed> Take(IReadOnlyList<Allowance> allowances, DateOnly day, DateTimeOffset now, CancellationToken cancellation)
    {
        var indexed = allowances.Select(allowance => (allowance, keys.Subject(allowance.Subject))).ToList();
        return writer.Do(connection => Take(connection, indexed, day, now.UtcTicks), cancellation);
    }

    private static async Task<Allowed> Take(DbConnection writer, List<(Allowance Allowance, byte[] Subject)> indexed, DateOnly day, long now)
    {
        var isMuted = false;
        var taken = new List<Pace>();
        foreach (var (allowance, subject) in indexed)
        {
            var cost = isMuted ? 0 : allowance.Cost;
            if (allowance.IsSilent)
            {
                isMuted |= await Tallies.Add(writer, subject, day.DayNumber, cost) + (cost is 0 ? 1 : 0) > allowance.Most;
                continue;
            }

            var pace = new Pace(subject, allowance.Step.Ticks, allowance.AtOnce, cost);
            if (await Tallies.Take(writer, pace, now) is { } wait)
            {
                foreach (var earlier in taken)
                    await Tallies.GiveBack(writer, earlier);
                return new Allowed.Refused(TimeSpan.FromTicks(wait));
            }

            taken.Add(pace);
        }

        return isMuted ? new Allowed.Muted() : new Allowed.Granted();
    }
}
