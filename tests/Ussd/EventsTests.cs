using ChatChannels.Conversation.Engine;
using ChatChannels.Host.Replay;
using ChatChannels.Services;

namespace ChatChannels.Tests.Ussd;

/// <summary>The notice that a session ended: it may come late, twice, or never.</summary>
public sealed class EventsTests : IAsyncLifetime
{
    private const string Accepted = "200 ";
    private ReplayHost _service = null!;

    public async ValueTask InitializeAsync() => _service = await ReplayHost.Start(Scene.Now);

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task Ended_IncompleteBehindASavePoint_InvitesOnceToDialAgain()
    {
        var line = await Begun(hops: 8);

        var answers = new List<string>();
        for (var i = 0; i < 3; i++)
            answers.Add(await line.End("Incomplete"));

        Assert.All(answers, answer => Assert.Equal(Accepted, answer));
        Assert.Equal(Life.Dropped, _service.Store.Last!.Life);
        var sent = Assert.Single(_service.Store.TakeChanges().OfType<Change.Send>()).Message;
        Assert.Equal(("dial-back", line.Phone), (sent.Template, sent.To));
    }

    [Fact]
    public async Task Ended_IncompleteBeforeAnythingWasSaved_OnlyDrops()
    {
        var line = await Begun(hops: 3);

        await line.End("Incomplete");

        Assert.Equal(Life.Dropped, _service.Store.Last!.Life);
        Assert.Empty(_service.Store.TakeChanges());
    }

    [Theory]
    [InlineData("Success")]
    [InlineData("Failed")]
    [InlineData("")]
    [InlineData("Unheard")]
    public async Task Ended_OtherStatus_ChangesNothing(string status)
    {
        var line = await Begun(hops: 8);
        var before = _service.Store.Last;

        Assert.Equal(Accepted, await line.End(status));

        Assert.Same(before, _service.Store.Last);
        Assert.Empty(_service.Store.TakeChanges());
    }

    [Fact]
    public async Task Ended_UnknownSession_IsAnsweredAlikeAndChangesNothing()
    {
        Assert.Equal(Accepted, await new Line(_service.Http).End("Incomplete"));

        Assert.Null(_service.Store.Last);
    }

    [Fact]
    public async Task Ended_LateWhenThePersonGoesOnInAnotherSession_ChangesNothing()
    {
        var line = await Begun(hops: 8);
        var next = new Line(_service.Http) { Session = "ATUid_2", Phone = line.Phone };
        await next.Hop("");
        var before = _service.Store.Last;

        await line.End("Incomplete");

        Assert.Same(before, _service.Store.Last);
        Assert.Empty(_service.Store.TakeChanges());
    }

    [Fact]
    public async Task Ended_AfterTheLastScreen_ChangesNothing()
    {
        var walk = Walk.Sample(0);
        var line = new Line(_service.Http) { Phone = walk.Phone };
        await walk.Through(line);
        var before = _service.Store.Last;

        await line.End("Incomplete");

        Assert.Equal(Life.Ended, before!.Life);
        Assert.Same(before, _service.Store.Last);
    }

    [Fact]
    public async Task Hop_AfterADrop_ResumesOnTheNextDial()
    {
        var line = await Begun(hops: 8);
        await line.End("Incomplete");

        var offer = await new Line(_service.Http) { Session = "ATUid_2", Phone = line.Phone }.Hop("");

        Assert.Equal(Life.OfferedResume, _service.Store.Last!.Life);
        Assert.DoesNotContain(Walk.Sample(0).ByName["surname"], offer, StringComparison.OrdinalIgnoreCase);
    }

    private async Task<Line> Begun(int hops)
    {
        var walk = Walk.Sample(0);
        var line = new Line(_service.Http) { Phone = walk.Phone };
        await line.Hop("");
        foreach (var answer in walk.Answers[..hops])
            await line.Type(answer);
        _service.Store.TakeChanges();
        return line;
    }
}
