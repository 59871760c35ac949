using ChatChannels.Hostility;
using ChatChannels.Runtime.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatChannels.Soak.Checks;

/// <summary>Opens a store as a service would after a crash, and compares all of it with the driver's log.</summary>
internal static class StoreCheck
{
    /// <summary>Finds what is lost, doubled, broken or unfinished.</summary>
    /// <param name="log">The log as it was when the store was left.</param>
    public static async Task<IReadOnlyList<Finding>> Check(StorageOptions options, IReadOnlyList<LoggedSession> log, CancellationToken cancellation)
    {
        await using var house = await Storehouse.Open(options, TimeProvider.System, NullLogger.Instance, cancellation);
        var broken = (await StoreInvariants.Broken(options, house.Audit)).Select(Finding.Broken);
        var unfinished = await Unfinished.Check(house, cancellation);
        var keys = await StoredKeys.Read(house, cancellation);
        var turns = new StoredTurns(house, log, keys);
        await turns.Compare(cancellation);
        var effects = new StoredEffects(house, keys, turns.Walks);
        await effects.Check(cancellation);
        return [.. broken, .. unfinished, .. turns.Findings, .. effects.Findings, .. Receipts(log, turns.Walks)];
    }

    /// <summary>The number that a person was shown is the number of their case.</summary>
    private static IEnumerable<Finding> Receipts(IReadOnlyList<LoggedSession> log, Dictionary<string, StoredWalk> walks) =>
        from session in log
        where session.CaseNumber is { } shown && !string.Equals(shown, walks[session.Phone].CaseNumber, StringComparison.Ordinal)
        select Finding.Lost($"{session.Id}: case {session.CaseNumber} was shown, {walks[session.Phone].CaseNumber ?? "none"} is stored");
}
