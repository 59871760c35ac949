using System.Collections.Immutable;
using System.Globalization;
using ChatChannels.Driver.Walks;
using ChatChannels.Runtime.Failpoints;
using ChatChannels.Runtime.Storage;

namespace ChatChannels.Soak.Kills;

/// <summary>One end of the service.</summary>
/// <param name="Name">How it comes: <see cref="Random"/>, <see cref="Starting"/>, or a point where the service kills itself.</param>
/// <param name="Reached">The how-manieth reaching of the point is the last.</param>
/// <param name="After">
/// When it is killed from outside: since it serves, or (while starting) since it was started. At a point, how long the point may take.
/// </param>
internal sealed record Blow(string Name, int Reached, TimeSpan After)
{
    public const string Random = "random";
    public const string Starting = "while-starting";

    /// <summary>The points, each with a number of reachings that a few seconds of load are sure to bring.</summary>
    private static readonly ImmutableArray<(string Name, int Most)> Points =
    [
        (Failpoint.BeforeCommit, 100),
        (Failpoint.AfterCommit, 100),
        (Failpoint.BeforeReply, 400),
        (Failpoint.DuringProcessing, 20),
        (Failpoint.DuringDelivery, 60),
        (Failpoint.DuringFold, 2),
    ];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>What the service is started with.</summary>
    public string? SetPoint => Reached > 0 ? string.Create(CultureInfo.InvariantCulture, $"{Name}:{Reached}") : null;

    /// <summary>A blow at a random moment of the load.</summary>
    public static Blow AtRandom(Chance chance) => new(Random, 0, TimeSpan.FromMilliseconds(100 + chance.Below(2400)));

    /// <summary>A blow before the service serves, mostly.</summary>
    public static Blow WhileStarting(Chance chance) => new(Starting, 0, TimeSpan.FromMilliseconds(50 + chance.Below(1200)));

    /// <summary>A blow at each point that there is with that store.</summary>
    public static IEnumerable<Blow> AtEachPoint(StorageKind store, Chance chance) =>
        from point in Points
        where store is StorageKind.Sqlite || point.Name is not Failpoint.DuringFold
        select new Blow(point.Name, 1 + chance.Below(point.Most), Patience);

    /// <summary>So many blows: half at random moments, half at the points in turn, shuffled.</summary>
    public static IReadOnlyList<Blow> Many(StorageKind store, int count, Chance chance)
    {
        var blows = new List<Blow>();
        while (blows.Count < count)
        {
            foreach (var atPoint in AtEachPoint(store, chance))
                blows.AddRange([atPoint, chance.Below(6) is 0 ? WhileStarting(chance) : AtRandom(chance)]);
        }

        return [.. blows.Take(count).OrderBy(_ => chance.Next())];
    }
}
