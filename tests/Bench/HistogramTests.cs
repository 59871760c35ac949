using ChatChannels.Driver.Loads;

namespace ChatChannels.Tests.Bench;

public sealed class HistogramTests
{
    [Fact]
    public void Milliseconds_DurationsOfEveryMagnitude_AreWithinTheWidthOfABucket()
    {
        for (var duration = 1L; duration < 100_000_000_000; duration = (duration * 3 / 2) + 1)
        {
            var histogram = new Histogram();
            histogram.Add(duration);
            histogram.Add(duration * 10);

            Assert.InRange(histogram.Milliseconds(0.5) * 1e6, duration * 0.9999, duration * (1 + (1 / 128.0)) + 1);
        }
    }

    [Fact]
    public void Milliseconds_AThousandDurations_AreRankedFromTheSmallest()
    {
        var histogram = new Histogram();
        for (var i = 1000; i > 0; i--)
            histogram.Add(i * 1_000_000L);

        Assert.InRange(histogram.Milliseconds(0.5), 500, 504);
        Assert.InRange(histogram.Milliseconds(0.99), 990, 998);
        Assert.InRange(histogram.Milliseconds(0.999), 999, 1000);
        Assert.Equal(1000, histogram.Milliseconds(1));
        Assert.Equal(1_000_000_000, histogram.Largest);
        Assert.Equal(1000, histogram.Count);
    }

    [Fact]
    public void Milliseconds_NothingCounted_IsNone() => Assert.Equal(0, new Histogram().Milliseconds(0.99));
}
