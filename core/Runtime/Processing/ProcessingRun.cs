using ChatChannels.Conversation.Answers;
using ChatChannels.Conversation.Flows;
using ChatChannels.Runtime.Failpoints;
using ChatChannels.Runtime.Funds;
using ChatChannels.Runtime.Storage;
using ChatChannels.Runtime.Turns;
using ChatChannels.Services.Cases;
using ChatChannels.Services.Messages;
using ChatChannels.Services.Processing;
using Microsoft.Extensions.Logging;

namespace ChatChannels.Runtime.Processing;

/// <summary>
/// One pass over the validated files of every fund (CNPS-18), over those whose papers did not come, and over those that lapsed. Every file is one unit, guarded
/// by its version: however many nodes pass at once, one of them processes it.
/// </summary>
public sealed partial class ProcessingRun(
    FundDirectory funds, ICaseFile cases, CaseProcessing processing, NoticeLimits limits, IStore store, TimeProvider time, ILogger<ProcessingRun> logger)
{
    private const int Batch = 500;
    private const int Tries = 3;
    private const int DefaultKeepDays = 30;

    /// <summary>Passes once; gives how many files were processed.</summary>
    public async Task<int> Pass(CancellationToken cancellation)
    {
        var processed = 0;
        foreach (var fund in funds.All)
        {
            processed += await Sweep(fund, CaseState.Validated, time.GetUtcNow() + TimeSpan.FromTicks(1), Process, cancellation);
            processed += await Sweep(fund, CaseState.AwaitingPapers, time.GetUtcNow() - Keep(fund), Process, cancellation);
            await Sweep(fund, CaseState.Registered, time.GetUtcNow() - Keep(fund), Lapse, cancellation);
        }

        LogPassed(logger, processed);
        return processed;
    }

    private static TimeSpan Keep(Fund fund) =>
        TimeSpan.FromDays(fund.Policies.GetValueOrDefault("case", AnswerSettings.None).Number("keep-days") ?? DefaultKeepDays);

    private async Task<int> Sweep(
        Fund fund, CaseState state, DateTimeOffset before, Func<Fund, CaseNumber, CancellationToken, Task<bool>> handle, CancellationToken cancellation)
    {
        var handled = 0;
        while (true)
        {
            var numbers = await cases.InState(fund.Id, state, before, Batch, cancellation);
            var done = 0;
            foreach (var number in numbers)
                done += await HandleSafely(handle, fund, number, cancellation) ? 1 : 0;
            handled += done;
            if (numbers.Count < Batch || done == 0)
                return handled;
        }
    }

    private async Task<bool> HandleSafely(
        Func<Fund, CaseNumber, CancellationToken, Task<bool>> handle, Fund fund, CaseNumber number, CancellationToken cancellation)
    {
        try
        {
            return await handle(fund, number, cancellation);
        }
#pragma warning disable CA1031 // one file that cannot be processed must not keep the others waiting
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogFailed(logger, failure, fund.Id.Value, number.Digits);
            return false;
        }
    }

    private async Task<bool> Process(Fund fund, CaseNumber number, CancellationToken cancellation)
    {
        for (var i = 0; i < Tries; i++)
        {
            var now = time.GetUtcNow();
            if (await cases.Find(fund.Id, number, cancellation) is not { } file)
                return false;
            var changes = await processing.Decide(fund, file, now, TurnDecider.Today(fund, now), cancellation);
            if (changes.IsEmpty)
                return false;
            changes = await limits.FilterResults(fund, changes, now, TurnDecider.Today(fund, now), cancellation);
            Failpoint.Reach(Failpoint.DuringProcessing);
            var result = await store.Commit(new Unit(null, changes), cancellation);
            Failpoint.Reach(Failpoint.DuringProcessing);
            if (result is CommitResult.Committed)
                return true;
        }

        return false;
    }

    private async Task<bool> Lapse(Fund fund, CaseNumber number, CancellationToken cancellation) =>
        await cases.Find(fund.Id, number, cancellation) is { } file
        && CaseProcessing.Lapse(file, time.GetUtcNow()) is { IsEmpty: false } changes
        && await store.Commit(new Unit(null, changes), cancellation) is CommitResult.Committed;

    [LoggerMessage(1103, LogLevel.Error, "{Fund}: file {Number} could not be processed; the next run tries again")]
    private static partial void LogFailed(ILogger logger, Exception failure, string fund, string number);

    [LoggerMessage(1101, LogLevel.Information, "A processing run took {Processed} files")]
    private static partial void LogPassed(ILogger logger, int processed);
}
