using ChatChannels.Conversation.Flows;
using ChatChannels.Runtime.Funds;
using ChatChannels.Runtime.Storage;
using ChatChannels.Runtime.Turns;
using ChatChannels.Services.Claims;
using ChatChannels.Services.Members;
using Microsoft.Extensions.Logging;

namespace ChatChannels.Runtime.Registry.Late;

/// <summary>Looks through the claims that changed, and has those told of who asked for it.</summary>
public sealed partial class ClaimWatch(
    FundDirectory funds, IRegister register, IClaimFollows follows, ClaimNews news, IStore store, TimeProvider time, ILogger<ClaimWatch> logger)
{
    /// <summary>Changes are looked through again for so long: a register may show a change later than it dates it.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromHours(1);

    private const int Tries = 3;

    /// <summary>Passes once; gives how many persons were told of how many claims.</summary>
    public async Task<int> Pass(CancellationToken cancellation)
    {
        var told = 0;
        foreach (var fund in funds.All)
        {
            try
            {
                told += await Pass(fund, cancellation);
            }
#pragma warning disable CA1031 // one register that does not answer must not keep the other funds waiting
            catch (Exception failure) when (!cancellation.IsCancellationRequested)
#pragma warning restore CA1031
            {
                LogFailed(logger, fund.Id.Value, failure.GetType().Name);
            }
        }

        return told;
    }

    private async Task<int> Pass(Fund fund, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var since = (await follows.SeenUntil(fund.Id, cancellation) ?? now) - Overlap;
        var told = 0;
        foreach (var change in await register.ClaimChanges(fund.Id, since, cancellation))
            told += await Tell(fund, change, cancellation) ? 1 : 0;
        await follows.See(fund.Id, now, cancellation);
        return told;
    }

    /// <summary>Decides again where the wish was changed meanwhile.</summary>
    private async Task<bool> Tell(Fund fund, ClaimChange change, CancellationToken cancellation)
    {
        for (var i = 0; i < Tries; i++)
        {
            var now = time.GetUtcNow();
            var changes = await news.Decide(fund, change, now, TurnDecider.Today(fund, now), cancellation);
            if (changes.IsEmpty)
                return false;
            if (await store.Commit(new Unit(null, changes), cancellation) is CommitResult.Committed)
                return true;
        }

        return false;
    }

    [LoggerMessage(1306, LogLevel.Warning, "{Fund}: the claims could not be looked through ({Failure}); the next pass takes them up")]
    private static partial void LogFailed(ILogger logger, string fund, string failure);
}
