using ChatChannels.Runtime.Storage;

namespace ChatChannels.Tests.Runtime.Storage;

/// <summary>One node on a fresh database for each test.</summary>
public abstract class StorageTest(StorageKind kind) : IAsyncLifetime
{
    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected StorageBed Bed { get; private set; } = null!;

    protected Storehouse Node { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Bed = await StorageBed.Create(kind);
        Node = await Bed.Open();
    }

    public async ValueTask DisposeAsync()
    {
        if (Bed is not null)
            await Bed.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected async Task Reopen()
    {
        await Bed.Close(Node);
        Node = await Bed.Open();
    }

    /// <summary>Goes on with a node opened after the first was closed.</summary>
    protected void Replace(Storehouse node) => Node = node;

    protected async Task Commit(params Unit[] units)
    {
        foreach (var unit in units)
            Assert.Equal(CommitResult.Committed, await Node.Store.Commit(unit, Stop));
    }

    /// <summary>Commits units as one group: the writer is held until all of them wait.</summary>
    protected static async Task<CommitResult[]> Together(Storehouse node, IReadOnlyList<Unit> units)
    {
        using var hold = new SemaphoreSlim(0);
        var begun = new TaskCompletionSource();
        var held = node.Writer.DoAlone(
            async _ =>
            {
                begun.SetResult();
                await hold.WaitAsync(Stop);
                return true;
            },
            Stop);
        await begun.Task;
        var before = node.Writer.Groups;
        var waiting = units.Select(unit => node.Store.Commit(unit, Stop)).ToList();
        while (node.Writer.Waiting < units.Count)
            await Task.Yield();
        hold.Release();
        await held;
        var results = await Task.WhenAll(waiting);
        Assert.InRange(node.Writer.Groups - before, 1, 3);
        return results;
    }

    protected Task<long> Count(string table) => Bed.Ask<long>($"SELECT COUNT(*) FROM {table}");
}
