using ChatChannels.Services;

namespace ChatChannels.Tests.Pages;

/// <summary>Counts tries in memory.</summary>
internal sealed class FakeAttempts : IAttempts
{
    private readonly Dictionary<(string Subject, DateOnly Day), int> _counts = [];

    public IReadOnlyList<string> Subjects => [.. _counts.Keys.Select(key => key.Subject)];

    public Task<IReadOnlyList<int>> Count(IReadOnlyList<string> subjects, DateOnly day, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<int>>([.. subjects.Select(subject => _counts[(subject, day)] = _counts.GetValueOrDefault((subject, day)) + 1)]);

    public Task GiveBack(string subject, DateOnly day, CancellationToken cancellation)
    {
        _counts[(subject, day)]--;
        return Task.CompletedTask;
    }

    public Task Forgive(string subject, CancellationToken cancellation)
    {
        foreach (var key in _counts.Keys.Where(key => string.Equals(key.Subject, subject, StringComparison.Ordinal)).ToList())
            _counts.Remove(key);
        return Task.CompletedTask;
    }
}
