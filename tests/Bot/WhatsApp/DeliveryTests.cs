using System.Net;
using System.Text.Json.Nodes;
using ChatChannels.Conversation;
using ChatChannels.Host.Replay;
using ChatChannels.Runtime.Delivery;
using ChatChannels.Runtime.Storage;
using ChatChannels.Tests.Ussd;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace ChatChannels.Tests.Bot.WhatsApp;

/// <summary>From a turn to the person's screen, whatever breaks between; and what is reported of it later.</summary>
public sealed class DeliveryTests : SenderTest
{
    [Fact]
    public async Task Round_NodeEndedBetweenTurnAndSend_AnotherSendsItOnce()
    {
        var body = Meta.Body(Meta.Value(Meta.Number, Meta.Text("wamid.1", "Bonjour")));
        await using (var first = await Host(Kept))
            Assert.Equal(HttpStatusCode.OK, await new Meta(first).Post(body));
        Assert.Empty(Graph.Posted);

        await using var second = await Host(Kept);
        Assert.Equal(HttpStatusCode.OK, await new Meta(second).Post(body));
        await Round(second);
        await Round(second);

        Assert.Single(Graph.Posted);
    }

    [Fact]
    public async Task Round_NodeEndedBetweenSendAndNote_NobodySendsItAgain()
    {
        await using (var first = await Host(builder => Put(builder, log => new DyingLog(log)), Kept))
        {
            Assert.Equal(HttpStatusCode.OK, await new Meta(first).Post(Meta.Body(Meta.Value(Meta.Number, Meta.Text("wamid.1", "Bonjour")))));
            await Round(first);
        }

        Assert.Single(Graph.Posted);
        await using var second = await Host(Kept);
        second.Clock.Pass(TimeSpan.FromHours(1));
        await Round(second);

        Assert.Single(Graph.Posted);
    }

    [Fact]
    public async Task Take_StoreInTrouble_ComesAgainAndHasOneEffect()
    {
        var gate = new SlowStore.Gate();
        await using var service = await Host(builder => SlowStore.Put(builder, gate));
        var meta = new Meta(service);
        var body = Meta.Body(Meta.Value(Meta.Number, Meta.Text("wamid.1", "Bonjour"), Meta.Text("wamid.2", "1")));

        gate.Break("disk I/O error");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await meta.Post(body));
        gate.Heal();
        Assert.Equal(HttpStatusCode.OK, await meta.Post(body));
        Assert.Equal(HttpStatusCode.OK, await meta.Post(body));
        await Round(service);

        Assert.Equal([1, 2], service.Store.Sessions.Select(session => (int)session.Version));
        Assert.Equal(2, Graph.Posted.Count);
    }

    [Fact]
    public async Task Take_PromptOlderThanTheWindow_IsNotSent()
    {
        var message = Meta.Text("wamid.old", "Bonjour");
        Service.Clock.Pass(TimeSpan.FromHours(25));

        Assert.Equal(HttpStatusCode.OK, await Meta.Post(Meta.Body(Meta.Value(Meta.Number, message))));
        await Round(Service);

        Assert.Empty(Graph.Posted);
        Assert.Single(Service.Store.Sessions);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Take_FailureReportedLate_IsToldOnceWithoutThePerson(bool repeated)
    {
        await Meta.Say("Bonjour");
        var callback = (string)Assert.Single(Graph.Posted).Message["biz_opaque_callback_data"]!;
        var failed = Status("failed", repeated ? callback : null, 131026);

        await Report(Status("sent", null));
        await Report(failed, (JsonObject)failed.DeepClone());
        await Report((JsonObject)failed.DeepClone(), Status("sent", null));

        var told = Assert.Single(Told);
        Assert.Contains("code 131026: Recipient", told, StringComparison.Ordinal);
        Assert.DoesNotContain(Meta.Person, told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Take_FailureBehindADelivery_IsNoNews()
    {
        await Meta.Say("Bonjour");

        await Report(Status("read", null), Status("delivered", null));
        await Report(Status("failed", null, 131000));

        Assert.Empty(Told);
    }

    private static JsonObject Status(string status, string? callback, int? code = null)
    {
        var report = new JsonObject { ["id"] = "wamid.1", ["status"] = status, ["timestamp"] = "1", ["recipient_id"] = Meta.Person };
        if (callback is not null)
            report["biz_opaque_callback_data"] = callback;
        if (code is not null)
            report["errors"] = new JsonArray(new JsonObject { ["code"] = code, ["title"] = "…" });
        return report;
    }

    private async Task Report(params JsonNode[] statuses) => Assert.Equal(HttpStatusCode.OK, await Meta.Post(Meta.Body(Meta.Statuses(statuses))));

    private static Task<int> Round(ReplayHost service) => service.Services.GetRequiredService<Courier>().Round(Stop);

    private static void Put(WebApplicationBuilder builder, Func<IDispatchLog, IDispatchLog> around) =>
        builder.Services.AddSingleton(provider => around(provider.GetRequiredService<Storehouse>().Dispatches));

    /// <summary>A node that ends when the carrier has taken something: that is noted nowhere.</summary>
    private sealed class DyingLog(IDispatchLog log) : IDispatchLog
    {
        public Task<DispatchState?> Begin(Dispatch dispatch, DateTimeOffset now, CancellationToken cancellation) => log.Begin(dispatch, now, cancellation);

        public Task Take(FundId fund, Dispatch dispatch, string carrierId, CancellationToken cancellation) => throw new InvalidOperationException("ended");

        public Task Release(Dispatch dispatch, CancellationToken cancellation) => log.Release(dispatch, cancellation);

        public Task<bool> Report(FundId fund, string carrierId, Dispatch? dispatch, DispatchState state, CancellationToken cancellation) =>
            log.Report(fund, carrierId, dispatch, state, cancellation);

        public Task<int> Sweep(DateTimeOffset before, CancellationToken cancellation) => log.Sweep(before, cancellation);
    }
}
