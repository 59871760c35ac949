using ChatChannels.Runtime.Storage;

namespace ChatChannels.Tests.Runtime.Storage;

public sealed class InboxMemoryTests
{
    private readonly InboxMemory _memory = new() { IsComplete = true };

    [Fact]
    public void MayHave_BeforeAllIsKnown_IsSureOfNothing()
    {
        _memory.IsComplete = false;

        Assert.True(_memory.MayHave(Message(1)));
    }

    [Fact]
    public void Forget_NothingOldEnough_KeepsEverything()
    {
        _memory.Add(Message(1), at: 100);
        _memory.Forget(before: 50);
        _memory.Add(Message(2), at: 150);

        _memory.Forget(before: 100);

        Assert.True(_memory.MayHave(Message(1)));
        Assert.True(_memory.MayHave(Message(2)));
    }

    [Fact]
    public void Forget_AGenerationThatIsOldThroughout_ForgetsIt()
    {
        _memory.Add(Message(1), at: 100);
        _memory.Forget(before: 50);
        _memory.Add(Message(2), at: 150);

        _memory.Forget(before: 101);

        Assert.False(_memory.MayHave(Message(1)));
        Assert.True(_memory.MayHave(Message(2)));
    }

    private static byte[] Message(byte n) => [n, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0, 1, 2, 3, 4, n];
}
