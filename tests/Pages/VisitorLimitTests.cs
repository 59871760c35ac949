using System.Net;
using ChatChannels.Host.Replay;
using ChatChannels.Tests.Ussd;

namespace ChatChannels.Tests.Pages;

/// <summary>What one network address may ask of the pages.</summary>
public sealed class VisitorLimitTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Page_AskedTooOften_IsRefusedInTheVisitorsLanguageBeforeAnythingIsCounted()
    {
        await using var service = await ReplayHost.Start(Scene.Now, "--Pages:RequestsPerMinute", "5");
        for (var asked = 0; asked < 5; asked++)
            Assert.Equal(HttpStatusCode.OK, (await Get(service)).Status);

        var (status, page) = await Get(service);
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("code", "12345678")]);
        using var tried = await service.Http.PostAsync(new Uri("/cases/1234567897?lang=en", UriKind.Relative), form, Stop);

        Assert.Equal(HttpStatusCode.TooManyRequests, status);
        Assert.Contains(Scene.Common(service, "en", "errors.limit"), page, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.TooManyRequests, "60"), (tried.StatusCode, tried.Headers.RetryAfter!.ToString()));
        service.Clock.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, (await Get(service)).Status);
    }

    private static async Task<(HttpStatusCode Status, string Page)> Get(ReplayHost service)
    {
        using var response = await service.Http.GetAsync(new Uri("/cases/1234567897?lang=en", UriKind.Relative), Stop);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Stop));
    }
}
