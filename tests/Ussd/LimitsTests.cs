using System.Net;
using ChatChannels.Conversation.Engine;
using ChatChannels.Host.Replay;
using ChatChannels.Tests.Runtime.Turns;

namespace ChatChannels.Tests.Ussd;

/// <summary>What one phone, one gateway and a stranger may do; over a limit a person is told so, and nothing is read or kept.</summary>
public sealed class LimitsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("1", "fr")]
    [InlineData("2", "ar")]
    [InlineData("3", "en")]
    public async Task Hop_PhoneTooFast_IsToldInItsLanguageAndGoesOnLater(string key, string language)
    {
        await using var service = await Start("HopsPerMinute", 10);
        var line = new Line(service.Http);
        await line.Hop("");
        await line.Type(key);
        for (var copy = 0; copy < 8; copy++)
            Assert.StartsWith("CON ", await line.Again(), StringComparison.Ordinal);
        var before = service.Store.Last;

        Replies.AssertIs(service, language, CommonTexts.Limit, await line.Type("1"));
        Replies.AssertIs(service, language, CommonTexts.Limit, await line.Again());
        Assert.Equal("429 ", (await line.End("Incomplete"))[..4]);
        Assert.Same(before, service.Store.Last);
        Assert.StartsWith("CON ", await new Line(service.Http) { Phone = "+237650000002" }.Hop(""), StringComparison.Ordinal);

        service.Clock.Pass(TimeSpan.FromSeconds(6));
        Assert.StartsWith("CON ", await line.Again(), StringComparison.Ordinal);
        Assert.Equal(before!.Version + 1, (await service.Store.Find(Scene.Key(line), Scene.Address(line), Stop)).Session!.Session.Version);
    }

    [Fact]
    public async Task Hop_TooManySessionsOfOnePhone_BeginsNoMoreButAnswersThoseBegun()
    {
        await using var service = await Start("OpenPerPhone", 3);
        var lines = Enumerable.Range(1, 4).Select(session => new Line(service.Http) { Session = $"ATUid_{session}" }).ToList();
        foreach (var line in lines[..3])
            Assert.StartsWith("CON ", await line.Hop(""), StringComparison.Ordinal);

        for (var copy = 0; copy < 2; copy++)
            Replies.AssertIs(service, "fr", CommonTexts.Limit, await lines[3].Hop(""));
        Replies.AssertIs(service, "fr", CommonTexts.Limit, await new Line(service.Http) { Session = "ATUid_5" }.Hop("1*1*1")); // nor in its midst
        Assert.StartsWith("CON ", await lines[0].Type("1"), StringComparison.Ordinal);
        Assert.Null((await service.Store.Find(Scene.Key(lines[3]), Scene.Address(lines[3]), Stop)).Session);
        Assert.Equal(4, service.Store.Sessions.Count);

        service.Clock.Pass(TimeSpan.FromMinutes(1));
        Assert.StartsWith("CON ", await lines[3].Hop(""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hop_TooManySessionsInAnHour_BeginsNoMore()
    {
        await using var service = await Start("SessionsPerHour", 4);
        var replies = new List<string>();
        for (var session = 0; session < 8; session++)
        {
            replies.Add(await new Line(service.Http) { Session = $"ATUid_{session}" }.Hop(""));
            service.Clock.Pass(TimeSpan.FromMinutes(3));
        }

        Assert.Equal(5, replies.Count(reply => reply.StartsWith("CON ", StringComparison.Ordinal))); // one more for the first quarter of an hour
    }

    [Fact]
    public async Task Hop_TooManySessionsOnTheNode_IsBusyForNewOnesOnly()
    {
        await using var service = await Start("Open", 5);
        var lines = Enumerable.Range(0, 6).Select(phone => new Line(service.Http) { Phone = $"+23765000010{phone}" }).ToList();
        foreach (var line in lines[..5])
            await line.Hop("");

        Replies.AssertIs(service, "fr", CommonTexts.Busy, await lines[5].Hop(""));
        Assert.StartsWith("CON ", await lines[0].Type("3"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hop_GatewayTooFast_IsBusy()
    {
        await using var service = await Start("GatewayPerSecond", 5);
        for (var phone = 0; phone < 5; phone++)
            Assert.StartsWith("CON ", await new Line(service.Http) { Phone = $"+23765000010{phone}" }.Hop(""), StringComparison.Ordinal);

        Replies.AssertIs(service, "fr", CommonTexts.Busy, await new Line(service.Http).Hop(""));
        service.Clock.Pass(TimeSpan.FromSeconds(1));
        Assert.StartsWith("CON ", await new Line(service.Http).Hop(""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hop_ForgedTooOften_IsToldToSlowDownAndNeverShutsOutTheGateway()
    {
        const string secret = "abcdefghijklmnop-_12";
        await using var service = await ReplayHost.Start(Scene.Now, "--Ussd:Limits:StrangerPerMinute", "10", "--Ussd:AfricasTalking:SecretPath", secret);
        var statuses = new List<HttpStatusCode>();
        for (var forged = 0; forged < 20; forged++)
        {
            using var response = await new Line(service.Http) { Path = $"/ussd/africastalking/abcdefghijklmnop-_{forged + 20}" }.Post(("text", ""));
            statuses.Add(response.StatusCode);
            Assert.Equal(forged >= 10 ? "application/problem+json" : null, response.Content.Headers.ContentType?.MediaType);
        }

        Assert.Equal((10, 10), (statuses.Count(status => status is HttpStatusCode.NotFound), statuses.Count(status => status is HttpStatusCode.TooManyRequests)));
        Assert.Null(service.Store.Last);
        Assert.StartsWith("CON ", await new Line(service.Http) { Path = $"/ussd/africastalking/{secret}" }.Hop(""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hop_TooManyTurnsInProgress_IsBusyAtOnceAndHealsWithTheStore()
    {
        const int most = 16;
        var gate = new SlowStore.Gate();
        await using var service = await ReplayHost.Start(Scene.Now, builder => SlowStore.Put(builder, gate), "--Turns:AtOnce", $"{most}");
        gate.Close();
        var waiting = Enumerable.Range(10, most).Select(phone => new Line(service.Http) { Phone = $"+2376500000{phone}" }.Hop("")).ToList();
        var refused = new Line(service.Http) { Phone = "+237650000099" };
        var watch = System.Diagnostics.Stopwatch.StartNew();

        string reply;
        do
            reply = await refused.Hop(""); // until all the others are in; only then it is refused at once
        while (reply.Contains("référence", StringComparison.Ordinal) && watch.Elapsed < TimeSpan.FromSeconds(10));
        Replies.AssertIs(service, "fr", CommonTexts.Busy, reply);
        await Task.WhenAll(waiting); // they were answered in time, but are not done
        Replies.AssertIs(service, "fr", CommonTexts.Busy, await refused.Hop(""));

        gate.Open();
        while (service.Store.Sessions.Count < most)
            await Task.Yield();
        Assert.StartsWith("CON ", await refused.Hop(""), StringComparison.Ordinal);
    }

    private static Task<ReplayHost> Start(string limit, int value) => ReplayHost.Start(Scene.Now, $"--Ussd:Limits:{limit}", $"{value}");
}
