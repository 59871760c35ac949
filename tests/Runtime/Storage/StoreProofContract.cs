using ChatChannels.Host.Replay;
using ChatChannels.Runtime.Storage;

namespace ChatChannels.Tests.Runtime.Storage;

/// <summary>Readiness is proven by a transaction, and however many ask for it cost no more than one a second.</summary>
public abstract class StoreProofContract(StorageKind kind) : StorageTest(kind)
{
    private readonly ReplayClock _clock = new(Samples.Noon);

    [Fact]
    public async Task Latest_AskedByMany_IsOneTransactionASecond()
    {
        var proof = new StoreProof(Node, _clock);
        var before = Node.Writer.Groups;

        await Task.WhenAll(Enumerable.Range(0, 256).Select(_ => Task.Run(proof.Latest)));
        await proof.Latest();
        Assert.Equal(before + 1, Node.Writer.Groups);

        _clock.Set(TimeSpan.FromDays(-1));
        await proof.Latest();
        Assert.Equal(before + 1, Node.Writer.Groups);

        _clock.Pass(StoreProof.Life);
        await proof.Latest();
        Assert.Equal(before + 2, Node.Writer.Groups);
    }

    [Fact]
    public async Task Latest_WriterGone_FailsWithinASecond()
    {
        var proof = new StoreProof(Node, _clock);
        await proof.Latest();
        await Node.DisposeAsync();

        _clock.Pass(StoreProof.Life);

        await Assert.ThrowsAnyAsync<Exception>(proof.Latest);
        await Assert.ThrowsAnyAsync<Exception>(proof.Latest);
    }
}
