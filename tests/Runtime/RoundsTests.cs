using ChatChannels.Runtime;

namespace ChatChannels.Tests.Runtime;

public sealed class RoundsTests
{
    [Fact]
    public async Task Keep_ARoundThatFails_IsToldAndTheNextGoesOnUntilItIsStopped()
    {
        using var stop = new CancellationTokenSource();
        var (rounds, failures) = (0, new List<Exception>());

        await Rounds.Keep(
            _ => ++rounds switch { 1 => throw new InvalidOperationException(), 3 => stop.CancelAsync(), _ => Task.CompletedTask },
            TimeSpan.Zero,
            TimeProvider.System,
            failures.Add,
            stop.Token);

        Assert.Equal(3, rounds);
        Assert.IsType<InvalidOperationException>(Assert.Single(failures));
    }

    [Fact]
    public async Task Once_StoppedMeanwhile_TellsOfNoFailure()
    {
        var failures = new List<Exception>();

        await Rounds.Once(Task.FromCanceled, failures.Add, new CancellationToken(canceled: true));

        Assert.Empty(failures);
    }
}
