using System.Net;
using System.Text;
using ChatChannels.Bot.WhatsApp.Receiving;
using ChatChannels.Host.Replay;
using ChatChannels.Tests.Ussd;

namespace ChatChannels.Tests.Bot.WhatsApp;

/// <summary>What the webhook costs whoever knows no secret.</summary>
public sealed class WebhookGuardTests
{
    private static readonly IPAddress Forger = IPAddress.Parse("198.51.100.7");
    private static readonly IPAddress Other = IPAddress.Parse("203.0.113.9");

    private readonly SteppedTime _time = new();

    [Theory]
    [InlineData(null, 401)]
    [InlineData("sha256=", 401)]
    [InlineData("sha1=0000000000000000000000000000000000000000", 401)]
    public async Task Take_NoSignature_IsRefusedBeforeTheBodyComes(string? signature, int expected)
    {
        await using var service = await ReplayHost.Start(Scene.Now);
        (string, string)[] headers = signature is null ? [] : [("X-Hub-Signature-256", signature)];

        Assert.Equal(expected, await HeadOnly.Send(service.Http.BaseAddress!, Meta.Path, 1024 * 1024, headers));
    }

    [Fact]
    public async Task Take_AfterAForgery_OnlySmallBodiesOfThatNetworkAreRead()
    {
        await using var service = await ReplayHost.Start(Scene.Now);
        var meta = new Meta(service);
        var small = Meta.Body(Meta.Value(Meta.Number, Meta.Text("wamid.1", "Bonjour")));
        byte[] large = [.. small, .. Enumerable.Repeat((byte)' ', 100_000)];

        Assert.Equal(HttpStatusCode.OK, await meta.Post(large));
        Assert.Equal(HttpStatusCode.Forbidden, await meta.Post(small, Meta.Sign(Encoding.UTF8.GetBytes("another"))));

        Assert.Equal(429, await HeadOnly.Send(service.Http.BaseAddress!, Meta.Path, large.Length, ("X-Hub-Signature-256", Meta.Sign(large))));
        Assert.Equal(HttpStatusCode.OK, await meta.Post(small));
    }

    [Fact]
    public void Enter_AfterAMinute_ReadsLargeBodiesAgain()
    {
        var guard = new WebhookGuard(_time);
        Assert.True(guard.Forged(Forger));
        Assert.False(guard.Forged(Forger)); // told once

        Assert.Equal((429, 200, 200), (guard.Enter(Forger, 100_000), guard.Enter(Forger, 1000), guard.Enter(Other, 1000)));
        _time.Pass(TimeSpan.FromSeconds(61));

        Assert.Equal(200, guard.Enter(Forger, 100_000));
    }

    [Fact]
    public void Enter_OfANetworkThatFloods_ReadsNothingForAMinuteAndOfOthersAll()
    {
        var guard = new WebhookGuard(_time);
        for (var i = 0; i < 601; i++)
            guard.Forged(Forger);

        Assert.Equal((429, 200), (guard.Enter(Forger, 100), guard.Enter(Other, 100)));
        _time.Pass(TimeSpan.FromSeconds(61));

        Assert.Equal(200, guard.Enter(Forger, 100));
    }

    [Fact]
    public void Enter_LargeBodies_AFewAtOnceAndThenAsPlacesGetFree()
    {
        var guard = new WebhookGuard(_time);
        for (var i = 0; i < 8; i++)
            Assert.Equal(200, guard.Enter(Other, i % 2 == 0 ? null : 1024 * 1024)); // of unknown length is large

        Assert.Equal((503, 200), (guard.Enter(Other, 100_000), guard.Enter(Other, 64 * 1024)));
        guard.Leave(64 * 1024);
        Assert.Equal(503, guard.Enter(Other, 100_000));
        guard.Leave(100_000);

        Assert.Equal((200, 413), (guard.Enter(Other, 100_000), guard.Enter(Other, (3 * 1024 * 1024) + 1)));
    }

    /// <summary>Time that passes when it is told to.</summary>
    private sealed class SteppedTime : TimeProvider
    {
        private TimeSpan _passed = TimeSpan.FromHours(1);

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _passed.Ticks;

        public override DateTimeOffset GetUtcNow() => Scene.Now + _passed;

        public void Pass(TimeSpan time) => _passed += time;
    }
}
