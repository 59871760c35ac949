using ChatChannels.Driver.Walks;
using ChatChannels.Soak.Checks;
using ChatChannels.Soak.Processes;

namespace ChatChannels.Soak.Kills;

/// <summary>
/// Kills PostgreSQL under load and starts it again. The service stays up, says its neutral sentence meanwhile, and goes on by
/// itself once the database takes connections.
/// </summary>
internal static class DatabaseKills
{
    /// <summary>How long it may take the service to go on.</summary>
    public static readonly TimeSpan Recovery = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task Play(Scene scene, PostgresCluster cluster, int kills, Score score, Chance chance, CancellationToken cancellation)
    {
        using var service = scene.Start();
        await service.Begun;
        if (!await scene.GoesOn(scene.Users, Patience, cancellation))
            score.Add([Finding.Misbehaved($"The service does not serve: {service.Said}")]);
        for (var kill = 0; kill < kills && !service.HasEnded; kill++)
        {
            await Wait(200 + chance.Below(1300), cancellation);
            var how = await Strike(cluster, chance, cancellation);
            score.Add(await ExcusesItself(scene, chance, cancellation));
            await Wait(chance.Below(1000), cancellation);
            await cluster.Start(cancellation);
            score.Killed(how);
            if (!await scene.GoesOn(scene.Users, Recovery, cancellation))
                score.Add([Finding.Misbehaved($"{Recovery.TotalSeconds} s after PostgreSQL the service does not go on: {service.Said}")]);
        }

        await scene.Finish(service, score, cancellation);
    }

    private static async Task<string> Strike(PostgresCluster cluster, Chance chance, CancellationToken cancellation)
    {
        if (chance.Below(2) is 0)
        {
            await cluster.Kill(cancellation);
            return "postgres-kill";
        }

        await cluster.StopAtOnce(cancellation);
        return "postgres-immediate-stop";
    }

    /// <summary>Whoever dials now is told so, in a sentence.</summary>
    private static async Task<IReadOnlyList<Finding>> ExcusesItself(Scene scene, Chance chance, CancellationToken cancellation)
    {
        using var http = new HttpClient { BaseAddress = scene.Address, Timeout = TimeSpan.FromSeconds(5) };
        // +237 62… is outside the numbers of the driver's callers.
        var reply = await Repeats.Send(http, new LoggedSession($"ATUid_{chance.Hex()}", $"+23762{chance.Digits(7)}"), "", cancellation);
        return Traffic.Excuses.Any(excuse => reply.StartsWith(excuse, StringComparison.Ordinal))
            ? []
            : [Finding.Misbehaved($"Without its database the service says: {reply}")];
    }

    private static Task Wait(int milliseconds, CancellationToken cancellation) =>
        Task.Delay(TimeSpan.FromMilliseconds(milliseconds), TimeProvider.System, cancellation);
}
