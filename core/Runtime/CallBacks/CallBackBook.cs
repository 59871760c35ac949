using ChatChannels.Conversation;
using ChatChannels.Runtime.Funds;
using ChatChannels.Runtime.Storage;
using ChatChannels.Services;
using ChatChannels.Services.Audit;
using ChatChannels.Services.CallBacks;
using ChatChannels.Services.Cases;

namespace ChatChannels.Runtime.CallBacks;

/// <summary>The call-backs that people wait for: listed for staff, and closed with who did it and why in the audit chain.</summary>
public sealed class CallBackBook(ICaseFile cases, IStore store, TimeProvider time)
{
    /// <summary>Listed at once for a fund; the rest is listed when these are closed.</summary>
    public const int Most = 500;

    /// <summary>The open call-backs of a fund, those who have waited longest first.</summary>
    public async Task<IReadOnlyList<CallBackEntry>> List(FundId fund, CancellationToken cancellation)
    {
        var entries = new List<CallBackEntry>();
        foreach (var number in await cases.InState(fund, CaseState.AwaitingCall, time.GetUtcNow().AddDays(1), Most, cancellation))
        {
            if (await cases.Find(fund, number, cancellation) is { State: CaseState.AwaitingCall } asked)
                entries.Add(CallBackEntry.Of(asked));
        }

        return entries;
    }

    /// <summary>Closes a call-back.</summary>
    /// <param name="closing">Who closes it, and why.</param>
    /// <returns>False where none of that reference is open.</returns>
    public async Task<bool> Close(FundId fund, CaseNumber reference, CallBackClosing closing, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (await cases.Find(fund, reference, cancellation) is not { } asked || CallBackLife.Close(asked, now) is not { } closed)
            return false;
        var fact = new AuditFact(fund, "call-back-closed", $"{reference.Digits} by {closing.By}: {closing.Why}", null, now);
        return await store.Commit(new Unit(null, [new Change.ReplaceCase(closed), new Change.Record(fact)]), cancellation) is CommitResult.Committed;
    }

    /// <summary>Closes the call-back of a reference, whichever fund promised it.</summary>
    /// <returns>The id of that fund; empty where none is open.</returns>
    internal async Task<string> CloseAny(FundDirectory funds, CaseNumber reference, CallBackClosing closing, CancellationToken cancellation)
    {
        foreach (var fund in funds.All)
        {
            if (await Close(fund.Id, reference, closing, cancellation))
                return fund.Id.Value;
        }

        return "";
    }
}
