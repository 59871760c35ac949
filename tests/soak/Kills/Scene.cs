using System.Globalization;
using ChatChannels.Driver.Walks;
using ChatChannels.Soak.Checks;
using ChatChannels.Soak.Processes;
using ChatChannels.Soak.Stores;

namespace ChatChannels.Soak.Kills;

/// <summary>One store, one address, and the callers who go on calling it whatever becomes of the service.</summary>
internal sealed class Scene : IDisposable
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(5);

    /// <summary>After so long every message that a dead service had taken is free, and was taken again; and a processing run is over.</summary>
    private static readonly TimeSpan Settling = Lease + TimeSpan.FromSeconds(1.5);

    /// <summary>How often a machine that is slow is given that time once more.</summary>
    private const int Patience = 5;

    private const int Again = 100;

    /// <summary>More than callers can ask for: these send again every 50 ms while the store is away, no phone does.</summary>
    private const string HopsPerMinute = "1000000";

    private readonly Bed _bed;
    private readonly Chance _chance;
    private readonly string[] _settings;

    public Scene(Bed bed, int users, Chance chance)
    {
        (_bed, _chance, Users) = (bed, chance, users);
        var port = Ports.Free(chance);
        Address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        _settings =
        [
            "--urls", Address.ToString(), "--Funds:Sample", "false", "--Funds:Folder", UnboundedFunds.CopyInto(bed.Folder), .. bed.Settings,
            "--Ussd:Limits:HopsPerMinute", HopsPerMinute,
            "--Processing:Every", "00:00:01",
            "--Delivery:Every", "00:00:00.1", "--Delivery:Lease", Lease.ToString("c", CultureInfo.InvariantCulture),
        ];
        Traffic = new Traffic(Path.Combine(bed.Folder, "hops.log"), port, users, chance.Next());
    }

    public Uri Address { get; }

    public int Users { get; }

    public Traffic Traffic { get; }

    public ServiceProcess Start(string? failpoint = null) => ServiceProcess.Start(_settings, failpoint);

    /// <summary>Compares the store with the log, now that no service has it.</summary>
    public async Task<IReadOnlyList<Finding>> Check(CancellationToken cancellation) =>
        await StoreCheck.Check(await _bed.Left(cancellation), Traffic.Logged, cancellation);

    /// <summary>Waits until so many more hops are acknowledged; false when that takes longer than it may.</summary>
    public async Task<bool> GoesOn(int hops, TimeSpan within, CancellationToken cancellation)
    {
        var wanted = Traffic.Acknowledged + hops;
        var began = TimeProvider.System.GetTimestamp();
        while (Traffic.Acknowledged < wanted)
        {
            if (TimeProvider.System.GetElapsedTime(began) > within)
                return false;
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, cancellation);
        }

        return true;
    }

    /// <summary>Ends the load, asks again for what was acknowledged, lets the runs do what is left, and compares.</summary>
    public async Task Finish(ServiceProcess service, Score score, CancellationToken cancellation)
    {
        var report = await Traffic.End();
        score.Add(report);
        if (service.HasEnded)
        {
            score.Add([Finding.Misbehaved($"The service ended with {service.ExitCode}: {service.Said}"), .. await Check(cancellation)]);
            return;
        }

        score.Add(await Repeats.Ask(Address, Traffic.Logged, Again, _chance, cancellation));
        score.AskedAgain += Again;
        var findings = await Settle(service, cancellation);
        for (var more = 0; more < Patience && findings.Any(finding => finding.Kind is FindingKind.Unfinished); more++)
        {
            using var again = Start();
            findings = await Settle(again, cancellation);
        }

        score.Add(findings);
    }

    /// <summary>Lets the runs do what is left, and stops the service as an operator does.</summary>
    private async Task<IReadOnlyList<Finding>> Settle(ServiceProcess service, CancellationToken cancellation)
    {
        await service.Begun;
        await Task.Delay(Settling, TimeProvider.System, cancellation);
        await service.Stop(cancellation);
        return service.ExitCode is 0
            ? await Check(cancellation)
            : [Finding.Misbehaved($"The service was stopped and ended with {service.ExitCode}: {service.Said}")];
    }

    public void Dispose() => Traffic.Dispose();
}
