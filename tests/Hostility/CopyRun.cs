using System.Collections.Immutable;
using ChatChannels.Host.Replay;

namespace ChatChannels.Hostility;

/// <summary>
/// Sends every callback of many whole calls one to ten times, and compares what the store then holds with the effects of
/// as many calls whose requests come once.
/// </summary>
/// <param name="service">Started with <see cref="Gateway.Settings"/>, and used by nobody else.</param>
public sealed class CopyRun(ReplayHost service)
{
    private const int AtOnce = 8;

    /// <summary>Of five people one is lost on the way.</summary>
    private const int OneIsLost = 5;

    public async Task<CopyReport> Play(int seed, int callbacks)
    {
        using var lines = new GatewayLines(service.Http.BaseAddress!);
        var (files, hangsUp) = (await Undisturbed(lines, seed, 0, hangsUp: false), await Undisturbed(lines, seed, 1, hangsUp: true));
        var before = await StoreInvariants.Effects(service.Services);
        var people = People(lines, seed, callbacks, files["turns"], hangsUp["turns"]);
        await Parallel.ForEachAsync(people, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (call, _) => await call.Go(CopiedCall.Most));

        var lost = people.Count / OneIsLost;
        return new CopyReport(seed, people.Sum(call => call.Callbacks), people.Sum(call => call.Sent))
        {
            Differing = people.Sum(call => call.Differing),
            Expected = files.ToImmutableSortedDictionary(
                once => once.Key, once => ((people.Count - lost) * once.Value) + (lost * hangsUp[once.Key]), StringComparer.Ordinal),
            Effects = Minus(await StoreInvariants.Effects(service.Services), before),
            Broken = await StoreInvariants.Broken(service.Services),
        };
    }

    /// <summary>The effects of one call whose requests come once.</summary>
    private async Task<ImmutableSortedDictionary<string, long>> Undisturbed(GatewayLines lines, int seed, int number, bool hangsUp)
    {
        var before = await StoreInvariants.Effects(service.Services);
        await new CopiedCall(lines, new Random(seed), number, hangsUp).Go(copies: 1);
        return Minus(await StoreInvariants.Effects(service.Services), before);
    }

    /// <summary>As many people as it takes to have that many callbacks.</summary>
    private static List<CopiedCall> People(GatewayLines lines, int seed, int callbacks, long files, long hangsUp)
    {
        var people = new List<CopiedCall>();
        for (var (number, made) = (2, 0L); made < callbacks; number++)
        {
            var isLost = people.Count % OneIsLost == OneIsLost - 1;
            made += isLost ? hangsUp : files;
            people.Add(new CopiedCall(lines, new Random(seed + number), number, isLost));
        }

        return people;
    }

    private static ImmutableSortedDictionary<string, long> Minus(ImmutableSortedDictionary<string, long> after, ImmutableSortedDictionary<string, long> before) =>
        after.ToImmutableSortedDictionary(effect => effect.Key, effect => effect.Value - before[effect.Key], StringComparer.Ordinal);
}
