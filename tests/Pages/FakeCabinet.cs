using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Runtime.Storage;
using ChatChannels.Services;
using ChatChannels.Services.Audit;
using ChatChannels.Services.Cases;
using ChatChannels.Services.Messages;

namespace ChatChannels.Tests.Pages;

/// <summary>One case in memory, guarded by its version as the store guards it, with what was written beside it.</summary>
internal sealed class FakeCabinet : ICaseFile, IStore
{
    public Case? Case { get; set; } = SampleCase.In(CaseState.Registered);

    public bool IsBroken { get; set; }

    /// <summary>What somebody else does just before the next commit; once.</summary>
    public Action? Meanwhile { get; set; }

    public List<Message> Messages { get; } = [];

    public List<AuditFact> Facts { get; } = [];

    public List<Change.FileDocument> Filed { get; } = [];

    public int Commits { get; private set; }

    public Task<Case?> Find(FundId fund, CaseNumber number, CancellationToken cancellation) =>
        Task.FromResult(Stored(number) is { } found && found.Fund == fund ? found : null);

    public Task<FundId?> FundOf(CaseNumber number, CancellationToken cancellation) => Task.FromResult(Stored(number)?.Fund);

    public Task<CommitResult> Commit(Unit unit, CancellationToken cancellation)
    {
        Meanwhile?.Invoke();
        Meanwhile = null;
        Filed.AddRange(unit.Changes.OfType<Change.FileDocument>());
        if (unit.Changes.OfType<Change.UseLink>().Any())
        {
            Commits++;
            return Task.FromResult(CommitResult.Committed);
        }

        var replaced = unit.Changes.OfType<Change.ReplaceCase>().Single().Case;
        if (Case!.Version != replaced.Version - 1)
            return Task.FromResult(CommitResult.Clash);
        Case = replaced;
        Messages.AddRange(unit.Changes.OfType<Change.Send>().Select(change => change.Message));
        Facts.AddRange(unit.Changes.OfType<Change.Record>().Select(change => change.Fact));
        Commits++;
        return Task.FromResult(CommitResult.Committed);
    }

    public Task<Case?> FindOpen(FundId fund, string kind, string identity, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<IReadOnlyList<CaseNumber>> InState(FundId fund, CaseState state, DateTimeOffset before, int limit, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public ValueTask<Known> Find(SessionKey key, Address address, CancellationToken cancellation) => throw new NotSupportedException();

    public ValueTask<Session?> FindLatest(FundId fund, Address address, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<string?> FindReply(SessionKey key, Address address, string request, CancellationToken cancellation) => throw new NotSupportedException();

    private Case? Stored(CaseNumber number)
    {
        if (IsBroken)
            throw new InvalidOperationException("the disk of Aline is full");
        return Case?.Number == number ? Case : null;
    }
}
