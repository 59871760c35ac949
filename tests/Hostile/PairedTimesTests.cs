using ChatChannels.Hostility;

namespace ChatChannels.Tests.Hostile;

/// <summary>The judge of times, judged: a small delay in a wide spread is found, and where there is none it finds none.</summary>
public sealed class PairedTimesTests
{
    private const int Pairs = 2_500;
    private const int Runs = 200;

    [Theory]
    [InlineData(0.0, 0, 2)]
    [InlineData(0.05, 199, 200)]
    [InlineData(-0.05, 199, 200)]
    public void DifferBy_DelayInASpreadTwentyTimesAsWide_IsFoundAndNothingElse(double delay, int least, int most)
    {
        var random = new Random(20_261_202);

        var found = Enumerable.Range(0, Runs).Count(_ => PairedTimes.Of(Differences(random, delay)).DifferBy(0));

        Assert.InRange(found, least, most);
    }

    /// <summary>Pairs on a machine that is slow now and then: the slow times are both's, what is one's own spreads by half a millisecond.</summary>
    private static List<double> Differences(Random random, double delay) => [.. Enumerable.Range(0, Pairs).Select(_ =>
    {
        var machine = random.Next(10) == 0 ? 40 * random.NextDouble() : 0;
        return (machine + (0.5 * random.NextDouble()) + delay) - (machine + (0.5 * random.NextDouble()));
    })];
}
