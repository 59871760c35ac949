using ChatChannels.Driver.Walks;
using ChatChannels.Runtime.Failpoints;
using ChatChannels.Soak.Checks;

namespace ChatChannels.Soak.Kills;

/// <summary>Kills the service again and again on one store, and compares the store with the log after every kill.</summary>
internal static class ServiceKills
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task Play(Scene scene, IEnumerable<Blow> blows, Score score, CancellationToken cancellation)
    {
        foreach (var blow in blows)
            await Strike(scene, blow, score, cancellation);
        using var service = scene.Start();
        if (!await scene.GoesOn(scene.Users * 4, Patience, cancellation))
            score.Add([Finding.Misbehaved($"After the last kill the service does not go on: {service.Said}")]);
        await scene.Finish(service, score, cancellation);
    }

    /// <summary>The negative control: a service that acknowledges before the commit must be seen to lose.</summary>
    public static async Task<bool> SeesLoss(Scene scene, Chance chance, CancellationToken cancellation)
    {
        using var service = scene.Start($"{Failpoint.AcknowledgeEarly}:{100 + chance.Below(100)}");
        if (!await service.EndsWithin(Patience, cancellation))
            throw new InvalidOperationException($"The negative control was never reached: {service.Said}");
        return (await scene.Check(cancellation)).Any(finding => finding.Kind is FindingKind.Lost);
    }

    private static async Task Strike(Scene scene, Blow blow, Score score, CancellationToken cancellation)
    {
        using var service = scene.Start(blow.SetPoint);
        if (blow.Name is not Blow.Starting)
            await service.Begun;
        var name = blow.Name;
        if (!await service.EndsWithin(blow.After, cancellation))
        {
            await service.Kill();
            if (blow.SetPoint is not null)
            {
                score.Missed++;
                name = Blow.Random;
            }
        }

        score.Killed(name);
        if (service.ExitCode is not Processes.ServiceProcess.Killed)
            score.Add([Finding.Misbehaved($"The service was to be killed ({name}) and ended by itself with {service.ExitCode}: {service.Said}")]);
        score.Add((await scene.Check(cancellation)).Where(finding => finding.Kind is not FindingKind.Unfinished));
    }
}
