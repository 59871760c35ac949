using ChatChannels.Conversation;
using ChatChannels.Services.Dialogues;

namespace ChatChannels.Runtime.Storage;

/// <summary>Dialogues as their clients read them back, on any node. They are written by changes in the unit of a turn.</summary>
public interface IDialogues
{
    Task<Dialogue?> Find(FundId fund, string id, CancellationToken cancellation);

    /// <summary>The turns that hold activities behind a number, in order.</summary>
    Task<IReadOnlyList<DialogueTurn>> Read(FundId fund, string dialogue, long after, int limit, CancellationToken cancellation);

    /// <summary>The number of the last activity; 0 where nothing was said.</summary>
    Task<long> End(FundId fund, string dialogue, CancellationToken cancellation);

    /// <summary>The number of a turn's first activity, or null where there is no such turn.</summary>
    Task<long?> NumberOf(FundId fund, string dialogue, string turn, CancellationToken cancellation);

    Task<DialogueFile?> FindFile(FundId fund, string dialogue, Guid id, CancellationToken cancellation);

    /// <summary>Forgets what was said before an instant, the dialogues of which nothing is left, and the files sent before another; returns how many rows there were.</summary>
    Task<int> Sweep(DateTimeOffset saidBefore, DateTimeOffset sentBefore, CancellationToken cancellation);
}
