using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Runtime.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace ChatChannels.Tests.Ussd;

/// <summary>The real store behind a gate: while it is closed a commit waits, or fails.</summary>
internal sealed class SlowStore(IStore store, SlowStore.Gate gate) : IStore
{
    public static void Put(WebApplicationBuilder builder, Gate gate) =>
        builder.Services.AddSingleton<IStore>(provider => new SlowStore(provider.GetRequiredService<Storehouse>().Store, gate));

    public async ValueTask<Known> Find(SessionKey key, Address address, CancellationToken cancellation)
    {
        if (gate.AlsoReads)
            await gate.Pass();
        return await store.Find(key, address, cancellation);
    }

    public ValueTask<Session?> FindLatest(FundId fund, Address address, CancellationToken cancellation) => store.FindLatest(fund, address, cancellation);

    public Task<string?> FindReply(SessionKey key, Address address, string request, CancellationToken cancellation) =>
        store.FindReply(key, address, request, cancellation);

    public async Task<CommitResult> Commit(Unit unit, CancellationToken cancellation)
    {
        if (gate.Answers.TryDequeue(out var answer))
            return answer;
        await gate.Pass();
        return await store.Commit(unit, cancellation);
    }

    /// <summary>Open until it is closed.</summary>
    internal sealed class Gate
    {
        private TaskCompletionSource _open = Opened();
        private TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool AlsoReads { get; init; }

        /// <summary>What commits answer, without being made, before any is.</summary>
        public System.Collections.Concurrent.ConcurrentQueue<CommitResult> Answers { get; } = [];

        /// <summary>Done when something waits at the closed gate.</summary>
        public Task Reached => _reached.Task;

        public void Close() => (_open, _reached) = (new(TaskCreationOptions.RunContinuationsAsynchronously), new(TaskCreationOptions.RunContinuationsAsynchronously));

        public void Open() => _open.SetResult();

        /// <summary>Everything fails from here on, saying this.</summary>
        public void Break(string message)
        {
            Close();
            _open.SetException(new InvalidOperationException(message));
        }

        public void Heal() => _open = Opened();

        public Task Pass()
        {
            var open = _open.Task;
            if (!open.IsCompleted)
                _reached.TrySetResult();
            return open;
        }

        private static TaskCompletionSource Opened()
        {
            var open = new TaskCompletionSource();
            open.SetResult();
            return open;
        }
    }
}
