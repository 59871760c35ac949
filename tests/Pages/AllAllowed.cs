using ChatChannels.Services.Verification;

namespace ChatChannels.Tests.Pages;

/// <summary>Grants whatever is asked.</summary>
internal sealed class AllAllowed : IAllowances
{
    public Task<Allowed> Take(IReadOnlyList<Allowance> allowances, DateOnly day, DateTimeOffset now, CancellationToken cancellation) =>
        Task.FromResult<Allowed>(new Allowed.Granted());
}
