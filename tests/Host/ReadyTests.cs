using System.Net;
using ChatChannels.Host.Replay;
using ChatChannels.Runtime.Delivery;
using ChatChannels.Tests.Ussd;

namespace ChatChannels.Tests.Host;

/// <summary>What <c>/health/ready</c> says beside its state: a load balancer reads the status, an operator the rest.</summary>
public sealed class ReadyTests
{
    private static readonly Uri Ready = new("/health/ready", UriKind.Relative);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ready_WithoutSenders_IsReadyAndSaysWhatWaits()
    {
        await using var service = await ReplayHost.Start(Scene.Now, builder =>
        {
            foreach (var local in builder.Services.Where(part => part.ImplementationInstance is LocalSender).ToList())
                builder.Services.Remove(local);
        });

        using var response = await service.Http.GetAsync(Ready, Stop);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(
            "Healthy\nNothing sends sms or email: such messages wait in the outbox until something does, and none is lost.",
            await response.Content.ReadAsStringAsync(Stop));
    }

    [Fact]
    public async Task Ready_WithSenders_SaysOneWord()
    {
        await using var service = await ReplayHost.Start(Scene.Now);

        Assert.Equal("Healthy", await service.Http.GetStringAsync(Ready, Stop));
    }
}
