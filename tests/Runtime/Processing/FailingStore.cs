using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Runtime.Storage;
using ChatChannels.Services;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace ChatChannels.Tests.Runtime.Processing;

/// <summary>The real store, which fails after so many commits, or with one case.</summary>
internal sealed class FailingStore(IStore store, int afterCommits, string failing) : IStore
{
    private int _left = afterCommits;

    public static void Put(WebApplicationBuilder builder, int afterCommits = int.MaxValue, string failing = "")
    {
        builder.Services.AddSingleton(provider => new FailingStore(provider.GetRequiredService<Storehouse>().Store, afterCommits, failing));
        builder.Services.AddSingleton<IStore>(provider => provider.GetRequiredService<FailingStore>());
    }

    public void Mend() => _left = int.MaxValue;

    public ValueTask<Known> Find(SessionKey key, Address address, CancellationToken cancellation) => store.Find(key, address, cancellation);

    public ValueTask<Session?> FindLatest(FundId fund, Address address, CancellationToken cancellation) => store.FindLatest(fund, address, cancellation);

    public Task<string?> FindReply(SessionKey key, Address address, string request, CancellationToken cancellation) =>
        store.FindReply(key, address, request, cancellation);

    public Task<CommitResult> Commit(Unit unit, CancellationToken cancellation)
    {
        var replaced = unit.Changes.OfType<Change.ReplaceCase>().FirstOrDefault()?.Case.Number.Digits;
        if (replaced is not null && (string.Equals(replaced, failing, StringComparison.Ordinal) || _left-- <= 0))
            throw new InvalidOperationException("The store is gone.");
        return store.Commit(unit, cancellation);
    }
}
