using System.Collections.Concurrent;
using ChatChannels.Services.Verification;

namespace ChatChannels.Hostility;

/// <summary>What operators know, on paper: of a number that is not on it, nothing.</summary>
public sealed class PaperHistory : ILineHistory
{
    private readonly ConcurrentDictionary<string, bool> _changed = new(StringComparer.Ordinal);

    public void Set(string phone, bool hasChanged) => _changed[phone] = hasChanged;

    public Task<bool?> HasChanged(string phone, DateOnly onFileSince, DateOnly lately, DateOnly today, CancellationToken cancellation) =>
        Task.FromResult<bool?>(_changed.TryGetValue(phone, out var changed) ? changed : null);
}
