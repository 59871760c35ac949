using System.Net;
using ChatChannels.Host.Replay;
using ChatChannels.Runtime.Limits;
using FsCheck;
using FsCheck.Fluent;

namespace ChatChannels.Tests.Runtime.Limits;

/// <summary>Rates and their tables: never more than allowed, whoever shares a cell and whatever the clock does.</summary>
public sealed class RateTests
{
    private static readonly TimeSpan Start = TimeSpan.FromDays(3);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public void TryTake_AllAtOnce_GivesTheCountAndThenOneForEachShareOfTime()
    {
        var table = new RateTable(new Rate(20, Minute), 1024);

        Assert.Equal(20, Enumerable.Range(0, 100).Count(_ => table.TryTake(7, Start)));
        Assert.False(table.TryTake(7, Start + TimeSpan.FromSeconds(2.9)));
        Assert.True(table.TryTake(7, Start + TimeSpan.FromSeconds(3)));
        Assert.False(table.TryTake(7, Start + TimeSpan.FromSeconds(3)));
        Assert.Equal(20, Enumerable.Range(0, 100).Count(_ => table.TryTake(7, Start + TimeSpan.FromHours(1))));
    }

    [Fact]
    public void TryTake_BothCellsTheSame_GivesTheCount() // the only cell there is
    {
        var table = new RateTable(new Rate(20, Minute), 1);

        Assert.Equal(20, Enumerable.Range(0, 100).Count(_ => table.TryTake(7, Start)));
    }

    [Fact]
    public async Task TryTake_InParallel_GivesTheCount()
    {
        var table = new RateTable(new Rate(500, Minute), 16);

        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(
            () => Enumerable.Range(0, 500).Count(_ => table.TryTake(7, Start)))));

        Assert.Equal(500, taken.Sum());
    }

    [Fact]
    public void TryTake_AnyTimes_NeverMoreThanTwiceTheCountInAnyWindow() => Prop.ForAll(
        Gen.Choose(0, 20_000).ListOf(200).Select(times => times.Order().ToList()).ToArbitrary(),
        Gen.Choose(1, 30).ToArbitrary(),
        (times, count) =>
        {
            var (rate, spent) = (new Rate(count, TimeSpan.FromSeconds(5)), 0L);
            var taken = times.Where(time => rate.TryTake(ref spent, Start + TimeSpan.FromMilliseconds(time))).ToList();
            return taken.All(from => taken.Count(time => time >= from && time < from + 5_000) <= 2 * count);
        }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void TryTake_SharedCells_AreStricterNeverLooser()
    {
        var table = new RateTable(new Rate(5, Minute), 2);

        for (var party = 0UL; party < 100; party++)
            Assert.InRange(Enumerable.Range(0, 20).Count(_ => table.TryTake(party, Start)), 0, 5);
    }

    [Fact]
    public void TryTake_OtherParty_HasItsOwn()
    {
        var table = new RateTable(new Rate(5, Minute), 1 << 16);
        while (table.TryTake(1, Start))
        {
        }

        Assert.InRange(Enumerable.Range(2, 1000).Count(party => table.TryTake((ulong)party, Start)), 998, 1000);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(20)]
    public void TryTake_Several_CostAsManyShares(int amount)
    {
        var (rate, spent) = (new Rate(20, Minute), 0L);

        Assert.Equal(20 / amount, Enumerable.Range(0, 100).Count(_ => rate.TryTake(ref spent, Start, amount)));
        Assert.True(rate.TryTake(ref spent, Start + (amount * Minute / 20), amount));
    }

    [Fact]
    public void TryTake_MoreThanThereEverIs_IsNeverGiven()
    {
        var (rate, spent) = (new Rate(20, Minute), 0L);

        Assert.False(rate.TryTake(ref spent, Start, 21));
        Assert.Equal(0, spent);
    }

    [Theory]
    [InlineData(-10)]
    [InlineData(10)]
    [InlineData(-24 * 60)]
    [InlineData(24 * 60)]
    public void Now_ClockSet_NeitherRefusesNorGivesMore(int minutes)
    {
        var clock = new ReplayClock(new DateTimeOffset(2026, 3, 5, 9, 0, 0, TimeSpan.Zero));
        var table = new RateTable(new Rate(5, Minute), 16);
        Assert.Equal(2, Enumerable.Range(0, 2).Count(_ => table.TryTake(7, Rate.Now(clock))));

        clock.Set(TimeSpan.FromMinutes(minutes));
        Assert.Equal(3, Enumerable.Range(0, 100).Count(_ => table.TryTake(7, Rate.Now(clock))));

        clock.Set(TimeSpan.FromMinutes(-minutes));
        Assert.False(table.TryTake(7, Rate.Now(clock)));
        clock.Pass(TimeSpan.FromSeconds(12));
        Assert.True(table.TryTake(7, Rate.Now(clock)));
        Assert.False(table.TryTake(7, Rate.Now(clock)));
    }

    [Fact]
    public void TryTake_SpentFurtherAheadThanAnybodyCan_IsForgotten()
    {
        var (rate, spent) = (new Rate(5, Minute), (Start + TimeSpan.FromDays(8)).Ticks);

        Assert.Equal(5, Enumerable.Range(0, 100).Count(_ => rate.TryTake(ref spent, Start)));
    }

    [Fact]
    public void TryTake_TimeReadALittleEarlierThanAnothersTake_GivesNoMore()
    {
        var (rate, spent) = (new Rate(5, Minute), 0L);
        Assert.Equal(5, Enumerable.Range(0, 5).Count(_ => rate.TryTake(ref spent, Start + TimeSpan.FromSeconds(1))));

        Assert.False(rate.TryTake(ref spent, Start));
    }

    [Theory]
    [InlineData("196.201.1.7", "::ffff:196.201.1.7", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("196.201.1.7", "196.201.1.8", false)]
    public void Of_Addresses_AreOnePartyOrTwo(string one, string other, bool same) =>
        Assert.Equal(same, NetworkParty.Of(IPAddress.Parse(one)) == NetworkParty.Of(IPAddress.Parse(other)));

    [Fact]
    public void Of_NoAddress_IsOneParty() => Assert.Equal(0UL, NetworkParty.Of(null));
}
