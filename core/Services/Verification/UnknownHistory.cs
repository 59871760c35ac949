namespace ChatChannels.Services.Verification;

/// <summary>No operator to ask.</summary>
public sealed class UnknownHistory : ILineHistory
{
    public Task<bool?> HasChanged(string phone, DateOnly onFileSince, DateOnly lately, CancellationToken cancellation) => Task.FromResult<bool?>(null);
}
