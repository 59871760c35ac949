using System.Security.Cryptography;
using ChatChannels.Driver.Walks;
using ChatChannels.Host.Replay;
using ChatChannels.Hostility;
using ChatChannels.Runtime.Storage;
using ChatChannels.Soak.Stores;

namespace ChatChannels.Soak.Attacks;

/// <summary>Callbacks sent over real HTTP to the whole service in this process, from one seed after the other, each on an empty store.</summary>
/// <param name="Callbacks">In all; each seed has an equal share, rounded up.</param>
internal sealed record Attack(StorageKind Store, int Callbacks, IReadOnlyList<int> Seeds)
{
    /// <summary>Where the service's clock begins: a day within the sample fund's dates.</summary>
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 8, 0, 0, TimeSpan.Zero);

    /// <summary>Plays each seed's share, and says what came of it as soon as it is known.</summary>
    public async Task<IReadOnlyList<T>> Play<T>(Func<ReplayHost, int, int, Task<T>> play, CancellationToken cancellation)
    {
        var reports = new List<T>();
        var share = (Callbacks + Seeds.Count - 1) / Seeds.Count;
        // Chance for a port and a folder's name alone, which two runs of the same seeds must not share.
        await using var beds = await Beds.Open(Store, new Chance((ulong)RandomNumberGenerator.GetInt32(int.MaxValue)), cancellation);
        foreach (var seed in Seeds)
        {
            cancellation.ThrowIfCancellationRequested();
            using var bed = await beds.Make(cancellation);
            await using var service = await ReplayHost.Start(Now, [.. Gateway.Settings, .. bed.Settings]);
            reports.Add(await play(service, seed, share));
            Console.WriteLine($"{Store}: {reports[^1]}");
        }

        return reports;
    }
}
