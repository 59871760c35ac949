using ChatChannels.Services.Requests;

namespace ChatChannels.Runtime.Storage.Register;

/// <summary>What waits for the registers. What is taken is leased: another node takes it only after the lease.</summary>
public interface IRegisterOutbox
{
    /// <summary>Takes requests that are due, oldest first, and counts a try for each.</summary>
    Task<IReadOnlyList<Due<RegisterRequest>>> TakeRequests(DateTimeOffset now, TimeSpan lease, int limit, CancellationToken cancellation);

    /// <summary>Takes questions that are due, oldest first, and counts a try for each.</summary>
    Task<IReadOnlyList<Due<LateQuestion>>> TakeQuestions(DateTimeOffset now, TimeSpan lease, int limit, CancellationToken cancellation);

    /// <summary>Records what came of a try; what was settled for good stays so.</summary>
    Task Settle(Guid id, DeliveryState state, DateTimeOffset? next, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>How many requests wait for a register.</summary>
    Task<long> Waiting(CancellationToken cancellation);
}
