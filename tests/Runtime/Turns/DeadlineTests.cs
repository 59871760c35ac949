using System.Diagnostics;
using ChatChannels.Conversation.Engine;
using ChatChannels.Host.Replay;
using ChatChannels.Tests.Ussd;

namespace ChatChannels.Tests.Runtime.Turns;

/// <summary>A reply leaves in time whatever hangs behind it, and what was late is not lost (promise 8).</summary>
public sealed class DeadlineTests
{
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(2.5);

    [Theory]
    [InlineData("1", "fr", false)]
    [InlineData("2", "ar", true)]
    [InlineData("3", "en", true)]
    public async Task Hop_StoreHangs_IsAnsweredInTimeAndCommittedLate(string key, string language, bool reads)
    {
        var gate = new SlowStore.Gate { AlsoReads = reads };
        await using var service = await ReplayHost.Start(Scene.Now, builder => SlowStore.Put(builder, gate));
        var line = new Line(service.Http);
        await line.Hop("");
        await line.Type(key);
        gate.Close();

        var watch = Stopwatch.StartNew();
        var reply = await line.Type("1");

        Assert.InRange(watch.Elapsed, TimeSpan.FromSeconds(2), Promised);
        Replies.AssertIs(service, language, CommonTexts.Slow, reply);
        Assert.Equal(2, service.Store.Last!.Version);

        gate.Open();
        var late = await line.Again(); // waits its turn behind the late one
        Assert.StartsWith("CON ", late, StringComparison.Ordinal);
        Assert.Equal(3, service.Store.Last!.Version);

        var offer = await new Line(service.Http) { Session = "ATUid_2" }.Hop("");
        Assert.Equal(Life.OfferedResume, service.Store.Last!.Life);
        Assert.StartsWith("CON ", offer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Hop_ActionHangs_TakesTheUnavailableExitInTime(bool blocks)
    {
        using var hold = new ManualResetEventSlim();
        await using var service = await ReplayHost.Start(Scene.Now, builder => FaultyAction.Put(builder, async cancellation =>
        {
            if (blocks)
                hold.Wait(TimeSpan.FromSeconds(30), CancellationToken.None);
            else
                await Task.Delay(TimeSpan.FromSeconds(30), CancellationToken.None);
        }));
        var (line, last) = await BeforeFiling(service);

        var watch = Stopwatch.StartNew();
        var reply = await line.Type(last);

        Assert.InRange(watch.Elapsed, TimeSpan.FromSeconds(1), Promised);
        Assert.Equal("retry", service.Store.Last!.Top.State);
        Assert.StartsWith("CON ", reply, StringComparison.Ordinal);
        hold.Set();
    }

    [Fact]
    public async Task Hop_ActionThrows_TakesTheUnavailableExitAndMayBeTriedAgain()
    {
        var broken = true;
        await using var service = await ReplayHost.Start(Scene.Now, builder => FaultyAction.Put(builder, _ =>
            broken ? throw new InvalidOperationException("the core system said ORA-00942") : Task.CompletedTask));
        var (line, last) = await BeforeFiling(service);

        var reply = await line.Type(last);
        Assert.Equal("retry", service.Store.Last!.Top.State);
        Assert.DoesNotContain("ORA", reply, StringComparison.Ordinal);

        broken = false;
        await line.Type("1");
        Assert.Equal("receipt", service.Store.Last!.Top.State);
    }

    private static async Task<(Line Line, string Last)> BeforeFiling(ReplayHost service)
    {
        var walk = Walk.Sample(0);
        var line = new Line(service.Http) { Phone = walk.Phone };
        await line.Hop("");
        foreach (var answer in walk.Answers[..^1])
            await line.Type(answer);
        return (line, walk.Answers[^1]);
    }
}
