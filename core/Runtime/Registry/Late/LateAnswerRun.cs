using ChatChannels.Runtime.Funds;
using ChatChannels.Runtime.Storage;
using ChatChannels.Runtime.Storage.Register;
using ChatChannels.Runtime.Turns;
using ChatChannels.Services.Requests;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ChatChannels.Runtime.Registry.Late;

/// <summary>Asks the registers again what they did not answer in time. Answer and messages are one unit, which only one node wins.</summary>
public sealed partial class LateAnswerRun(
    IRegisterOutbox outbox, FundDirectory funds, LateAnswers answers, IStore store, IOptions<RegisterOptions> options, TimeProvider time, ILogger<LateAnswerRun> logger)
{
    private const int Batch = 50;

    /// <summary>Asks everything that is due now; gives how many questions were answered.</summary>
    public async Task<int> Round(CancellationToken cancellation)
    {
        var answered = 0;
        while (true)
        {
            var due = await outbox.TakeQuestions(time.GetUtcNow(), options.Value.Lease, Batch, cancellation);
            var results = await Task.WhenAll(due.Select(question => Ask(question, cancellation)));
            answered += results.Count(result => result);
            if (due.Count < Batch)
                return answered;
        }
    }

    private async Task<bool> Ask(Due<LateQuestion> due, CancellationToken cancellation)
    {
        var (question, now) = (due.What, time.GetUtcNow());
        if (question.Expires <= now || funds.Find(question.Fund) is not { } fund)
        {
            LogExpired(logger, question.Fund.Value, question.Reference);
            await outbox.Settle(question.Id, DeliveryState.Expired, null, now, cancellation);
            return false;
        }

        try
        {
            var changes = await answers.Decide(fund, question, now, TurnDecider.Today(fund, now), cancellation);
            return await store.Commit(new Unit(null, changes), cancellation) is CommitResult.Committed;
        }
#pragma warning disable CA1031 // a register that still does not answer is asked again later
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogUnanswered(logger, question.Fund.Value, failure.GetType().Name);
            await outbox.Settle(question.Id, DeliveryState.Waiting, now + options.Value.WaitAfter(due.Tries), now, cancellation);
            return false;
        }
    }

    [LoggerMessage(1304, LogLevel.Warning, "{Fund}: a question is still unanswered ({Failure})")]
    private static partial void LogUnanswered(ILogger logger, string fund, string failure);

    [LoggerMessage(1305, LogLevel.Error, "{Fund}: a question was never answered, reference {Reference}")]
    private static partial void LogExpired(ILogger logger, string fund, string reference);
}
