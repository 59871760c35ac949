using System.Globalization;
using ChatChannels.Driver.Walks;
using ChatChannels.Soak.Checks;
using ChatChannels.Soak.Stores;

namespace ChatChannels.Soak.Kills;

/// <summary>A whole run: first the proof that a loss would be seen, then the kills, on one empty store after the other.</summary>
internal sealed class KillRun(KillPlan plan, TextWriter progress)
{
    private readonly Chance _chance = new(plan.Seed);
    private readonly Score _score = new();

    public async Task<Score> Play(CancellationToken cancellation)
    {
        await using var beds = await Beds.Open(plan.Store, _chance, cancellation);
        await OnAStore(beds, "negative control", scene => Control(scene, cancellation), cancellation);
        foreach (var blows in Blow.Many(plan.Store, plan.Kills, _chance).Chunk(plan.KillsPerStore))
            await OnAStore(beds, $"{blows.Length} kills", scene => ServiceKills.Play(scene, blows, _score, cancellation), cancellation);
        for (var left = plan.DatabaseKills; left > 0; left -= plan.KillsPerStore)
        {
            var kills = Math.Min(left, plan.KillsPerStore);
            await OnAStore(
                beds,
                $"{kills} kills of PostgreSQL",
                scene => DatabaseKills.Play(scene, beds.Cluster!, kills, _score, _chance, cancellation),
                cancellation);
        }

        return _score;
    }

    private async Task Control(Scene scene, CancellationToken cancellation)
    {
        if (!await ServiceKills.SeesLoss(scene, _chance, cancellation))
            _score.Add([Finding.Misbehaved("The test cannot see a loss: a service that acknowledges before it commits passes it.")]);
    }

    private async Task OnAStore(Beds beds, string what, Func<Scene, Task> play, CancellationToken cancellation)
    {
        using var bed = await beds.Make(cancellation);
        using var scene = new Scene(bed, plan.Users, _chance);
        await play(scene);
        await progress.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{plan.Store}: {what}; {_score.Kills.Values.Sum()} so far, {_score.Acknowledged:N0} hops acknowledged, {_score.Findings.Count} findings"));
    }
}
