using System.Net;
using System.Text;
using ChatChannels.Host.Replay;

namespace ChatChannels.Tests.Ussd;

/// <summary>What the protocol does not allow is refused, and does nothing.</summary>
public sealed class RefusalTests(RefusalTests.Running running) : IClassFixture<RefusalTests.Running>
{
    private const string Good = "sessionId=s&phoneNumber=%2B237650000001&serviceCode=*237*1%23&text=";

    [Theory]
    [InlineData("", "sessionId")]
    [InlineData("phoneNumber=%2B237650000001&serviceCode=*237*1%23", "sessionId")]
    [InlineData("sessionId=s&serviceCode=*237*1%23", "phoneNumber")]
    [InlineData("sessionId=s&phoneNumber=%2B237650000001", "serviceCode")]
    [InlineData(Good + "&sessionId=t", "sessionId")]
    [InlineData(Good + "&phoneNumber=%2B237650000001", "phoneNumber")]
    [InlineData(Good + "&serviceCode=*237*1%23", "serviceCode")]
    [InlineData(Good + "&text=", "text")]
    [InlineData(Good + "&status=Success&status=Failed", "status")]
    [InlineData("sessionId=&phoneNumber=%2B237650000001&serviceCode=*237*1%23", "sessionId")]
    [InlineData("sessionId=a%20b&phoneNumber=%2B237650000001&serviceCode=*237*1%23", "sessionId")]
    [InlineData("sessionId=s&phoneNumber=%2B0237650000&serviceCode=*237*1%23", "phoneNumber")]
    [InlineData("sessionId=s&phoneNumber=anonymous&serviceCode=*237*1%23", "phoneNumber")]
    [InlineData("sessionId=s&phoneNumber=%2B2376500000011111&serviceCode=*237*1%23", "phoneNumber")]
    [InlineData("sessionId=s&phoneNumber=%2B237650000001&serviceCode=855", "serviceCode")]
    [InlineData("sessionId=s&phoneNumber=%2B237650000001&serviceCode=*237*1%23%0A", "serviceCode")]
    [InlineData("sessionId=s&phoneNumber=%2B237650000001&serviceCode=<script>", "serviceCode")]
    public async Task Hop_BadField_IsRefusedByItsName(string body, string field)
    {
        var problem = await Refused(Encoding.UTF8.GetBytes(body), HttpStatusCode.BadRequest);

        Assert.Contains($"\"detail\":\"{field} ", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sessionId", 128)]
    [InlineData("text", 4000)]
    public async Task Hop_FieldLongerThanAllowed_IsRefused(string field, int longest)
    {
        string Body(int length) => Good.Replace($"{field}=", $"{field}={new string('7', length)}&x=", StringComparison.Ordinal);

        await Refused(Encoding.UTF8.GetBytes(Body(longest + 1)), HttpStatusCode.BadRequest);
        using var longestOne = await Line.PostRaw(running.Service.Http, Encoding.UTF8.GetBytes(Body(longest)));
        Assert.Equal(HttpStatusCode.OK, longestOne.StatusCode);
    }

    [Fact]
    public async Task Hop_BrokenUtf8_IsRefused()
    {
        await Refused([.. Encoding.UTF8.GetBytes(Good), 0xC3], HttpStatusCode.BadRequest);
        await Refused(Encoding.UTF8.GetBytes(Good + "%C3%28"), HttpStatusCode.BadRequest);
        await Refused(Encoding.UTF8.GetBytes(Good + "%ED%A0%80"), HttpStatusCode.BadRequest); // half a surrogate pair
    }

    [Fact]
    public async Task Hop_TooManyFields_IsRefused() =>
        await Refused(Encoding.UTF8.GetBytes(Good + string.Concat(Enumerable.Repeat("&x=", 64))), HttpStatusCode.BadRequest);

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/plain")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/x-www-form-urlencoded; charset=utf-16")]
    public async Task Hop_OtherContentType_IsRefused(string type) =>
        await Refused(Encoding.UTF8.GetBytes(Good), HttpStatusCode.BadRequest, type);

    [Fact]
    public async Task Hop_BodyTooLarge_IsRefusedWhetherOrNotItSaysSo()
    {
        var large = Encoding.UTF8.GetBytes(Good + new string('7', 17_000));
        await Refused(large, HttpStatusCode.RequestEntityTooLarge);

        using var request = new HttpRequestMessage(HttpMethod.Post, "/ussd/africastalking") { Content = new ByteArrayContent(large) };
        request.Content.Headers.ContentType = new("application/x-www-form-urlencoded");
        request.Headers.TransferEncodingChunked = true;
        using var response = await running.Service.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task Events_BadField_IsRefused()
    {
        using var response = await Line.PostRaw(running.Service.Http, "status=Incomplete"u8.ToArray(), path: "/ussd/africastalking/events");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    private async Task<string> Refused(byte[] body, HttpStatusCode status, string type = "application/x-www-form-urlencoded")
    {
        var before = running.Service.Store.Last;
        using var response = await Line.PostRaw(running.Service.Http, body, type);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Same(before, running.Service.Store.Last);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>One service for all: nothing that is refused may leave a trace.</summary>
    public sealed class Running : IAsyncLifetime
    {
        public ReplayHost Service { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Service = await ReplayHost.Start(Scene.Now);

        public ValueTask DisposeAsync() => Service.DisposeAsync();
    }
}
