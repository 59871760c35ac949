using System.IO.Pipelines;
using System.Net;
using ChatChannels.Host.Replay;
using ChatChannels.Runtime.Documents;
using Microsoft.Extensions.Options;

namespace ChatChannels.Tests.Runtime.Documents;

/// <summary>How many files are on their way, how much comes, and that what they make of work is done one after the other.</summary>
public sealed class UploadLaneTests
{
    private const int Mebi = 1024 * 1024;

    private static readonly IPAddress Here = IPAddress.Parse("196.201.1.7");
    private static readonly IPAddress There = IPAddress.Parse("196.201.1.8");

    private readonly ReplayClock _clock = new(new DateTimeOffset(2026, 3, 5, 9, 0, 0, TimeSpan.Zero));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void TryEnter_TooManyAtOnce_OnlyWhenOneHasLeft()
    {
        using var lane = Lane(new UploadsOptions { AtOnce = 5, AtOncePerNetwork = 3 });
        var own = Enumerable.Range(0, 4).Select(n => lane.TryEnter(Here, $"here {n}", 1)).ToList();
        var others = Enumerable.Range(0, 4).Select(n => lane.TryEnter(There, $"there {n}", 1)).ToList();

        Assert.Equal((3, 2), (own.Count(pass => pass is not null), others.Count(pass => pass is not null)));
        own[0]!.Dispose();
        own[0]!.Dispose(); // a place is left once
        Assert.NotNull(lane.TryEnter(There, "another", 1));
        Assert.Null(lane.TryEnter(Here, "another here", 1));
    }

    /// <summary>Whoever sends slowly, and much at once, takes one place, not all that people behind the same address have.</summary>
    [Fact]
    public void TryEnter_ByOneConversation_OneAfterTheOther()
    {
        using var lane = Lane(new UploadsOptions());
        var first = lane.TryEnter(Here, "chat", 1);

        Assert.NotNull(first);
        Assert.Null(lane.TryEnter(Here, "chat", 1));
        Assert.NotNull(lane.TryEnter(Here, "another chat", 1));
        first.Dispose();
        Assert.NotNull(lane.TryEnter(Here, "chat", 1));
    }

    [Fact]
    public void TryEnter_TooMuchInAMinute_OnlyLater()
    {
        using var lane = Lane(new UploadsOptions { OctetsPerMinute = 60 * Mebi });

        Assert.Equal(6, Enumerable.Range(1, 100).Count(n => Passed(lane, new IPAddress(n), 10 * Mebi)));
        _clock.Pass(TimeSpan.FromSeconds(9));
        Assert.False(Passed(lane, Here, 10 * Mebi));
        _clock.Pass(TimeSpan.FromSeconds(2));
        Assert.True(Passed(lane, Here, 10 * Mebi));
    }

    [Fact]
    public void TryEnter_TooMuchOfANetworkInADay_OthersEnter()
    {
        using var lane = Lane(new UploadsOptions { OctetsPerDayOfNetwork = 60 * Mebi, OctetsPerMinute = 1L << 40 });

        Assert.Equal(6, Enumerable.Range(0, 100).Count(_ => Passed(lane, Here, 10 * Mebi)));
        _clock.Set(TimeSpan.FromDays(1));
        Assert.False(Passed(lane, Here, 10 * Mebi)); // the clock was set; no time has passed
        Assert.True(Passed(lane, There, 10 * Mebi));
        _clock.Pass(TimeSpan.FromHours(5));
        Assert.True(Passed(lane, Here, 10 * Mebi));
    }

    [Fact]
    public async Task Alone_Many_OneAtATime()
    {
        using var lane = Lane(new UploadsOptions());
        var (within, most) = (0, 0);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => lane.Alone(
            async () =>
            {
                most = Math.Max(most, Interlocked.Increment(ref within));
                await Task.Yield();
                Interlocked.Decrement(ref within);
                return true;
            },
            Stop)));

        Assert.Equal(1, most);
    }

    [Fact]
    public async Task Spool_Filled_GivesTheSameAndLeavesNothingReadable()
    {
        byte[] sent = [.. Enumerable.Repeat("a person's own photo "u8.ToArray(), 20_000).SelectMany(part => part)];
        await using var spool = new SealedSpool();

        Assert.True(await spool.Fill(PipeReader.Create(new MemoryStream(sent)), sent.Length, Stop));

        using var read = new MemoryStream();
        await spool.Read().CopyToAsync(read, Stop);
        Assert.Equal(sent, read.ToArray());
        if (OperatingSystem.IsLinux())
            Assert.DoesNotContain("own photo", await Open(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Spool_LargerThanIsTaken_IsNotFilled()
    {
        await using var spool = new SealedSpool();

        Assert.False(await spool.Fill(PipeReader.Create(new MemoryStream(new byte[100_001])), 100_000, Stop));
    }

    /// <summary>What the unnamed files hold that this process has open.</summary>
    private static async Task<string> Open()
    {
        var held = new List<string>();
        foreach (var link in Directory.GetFiles("/proc/self/fd"))
        {
            if (new FileInfo(link).LinkTarget is { } target && target.EndsWith(" (deleted)", StringComparison.Ordinal) && target.StartsWith(Path.GetTempPath(), StringComparison.Ordinal))
                held.Add(await File.ReadAllTextAsync(link, Stop));
        }

        Assert.Contains(held, text => text.Length > 100_000);
        return string.Concat(held);
    }

    private static bool Passed(UploadLane lane, IPAddress network, long octets)
    {
        using var pass = lane.TryEnter(network, "somebody", octets);
        return pass is not null;
    }

    private UploadLane Lane(UploadsOptions options) => new(Options.Create(options), _clock);
}
