using ChatChannels.Runtime.Storage.Audit;

namespace ChatChannels.Tests.Runtime.Storage;

public sealed class HeadMemoryTests
{
    private const int Enough = 32;

    private readonly HeadMemory _memory = new();

    [Fact]
    public void Sure_HeadFoundWhereItWasLeftOften_IsWhereItWasLeftLast()
    {
        Append(1, Enough);
        Assert.Null(_memory.Sure); // the first time there was nothing to compare with

        Append(Enough + 1, 1);

        Assert.Equal(Enough + 1, _memory.Sure!.Seq);
    }

    [Fact]
    public void Sure_HeadMovedByAnother_BeginsAnew()
    {
        Append(1, Enough + 1);

        Append(100, Enough);
        Assert.Null(_memory.Sure);
    }

    [Fact]
    public void Sure_MoveThatWasNotCommitted_IsForgottenThoughOthersAre()
    {
        Append(1, Enough + 1);
        _memory.Begin();
        _memory.Move(Head(Enough + 2)); // and the connection is lost

        _memory.Begin();
        _memory.Committed(); // a transaction without facts

        Assert.Null(_memory.Sure);
    }

    /// <summary>Transactions of a fact each, the first behind a head of <paramref name="seq"/> - 1.</summary>
    private void Append(int seq, int count)
    {
        for (var n = seq; n < seq + count; n++)
        {
            _memory.Begin();
            _memory.Read(Head(n - 1));
            _memory.Move(Head(n));
            _memory.Committed();
        }
    }

    private static AuditHead Head(int seq) => new(seq, [(byte)seq], []);
}
