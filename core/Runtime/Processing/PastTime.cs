using ChatChannels.Runtime.Delivery;
using ChatChannels.Runtime.Storage;
using ChatChannels.Services.Documents;
using ChatChannels.Services.HandOvers;
using ChatChannels.Services.Verification;

namespace ChatChannels.Runtime.Processing;

/// <summary>
/// What is past its time: codes and links a day after they expired, the counts of days gone by, what came in too long ago to come
/// again, what was handed over too long ago to be reported on, dialogues and hand-overs that have long been over, and documents that
/// no case took.
/// </summary>
public sealed class PastTime(
    IChallenges challenges, IInbox inbox, IDispatchLog dispatches, IDialogues dialogues, IDocumentFile documents, IHandOvers handOvers)
{
    /// <summary>A day of the fund's may be another than UTC's.</summary>
    private const int DaysKept = 2;

    /// <summary>Messaging platforms send again for seven days at most.</summary>
    private const int InboxDaysKept = 9;

    /// <summary>A chat is taken up again within a day; what a person filed is in the case.</summary>
    public const int DialogueDaysKept = 2;

    /// <summary>As Direct Line keeps files, and as long as a session may be resumed that a document was sent in.</summary>
    private const int FileDaysKept = 1;

    /// <summary>Carriers keep what they could not deliver for thirty days at most, and report then.</summary>
    private const int DispatchDaysKept = 31;

    /// <summary>So long the next agent can look up what another said; what a person filed is in the case.</summary>
    private const int HandOverDaysKept = 30;

    /// <summary>Forgets all of it.</summary>
    public async Task Forget(DateTimeOffset now, CancellationToken cancellation)
    {
        await challenges.Sweep(now.AddDays(-1), DateOnly.FromDateTime(now.UtcDateTime).AddDays(-DaysKept), cancellation);
        await inbox.Sweep(now.AddDays(-InboxDaysKept), cancellation);
        await dispatches.Sweep(now.AddDays(-DispatchDaysKept), cancellation);
        await handOvers.Sweep(now.AddDays(-HandOverDaysKept), cancellation);
        await dialogues.Sweep(now.AddDays(-DialogueDaysKept), now.AddDays(-FileDaysKept), cancellation);
        await documents.Sweep(now.AddDays(-FileDaysKept), now.AddDays(-1), cancellation);
    }
}
