using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using ChatChannels.Host.Replay;
using ChatChannels.Services;

namespace ChatChannels.Tests.Bot.DirectLine;

/// <summary>Files that are sent in a chat.</summary>
public sealed class UploadTests
{
    private static readonly byte[] Photo = SampleFiles.Photo;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Upload_Form_IsEchoedWithAddressesThatShowTheFiles()
    {
        await using var service = await ChatLine.Service();
        var line = await ChatLine.AskedForFile(service);
        using var form = new MultipartFormDataContent
        {
            { Part("""{"type":"message","text":"voici","attachments":[{"name":"recto.jpg"},{"name":"rib.pdf"}],"channelData":{"clientActivityID":"u1"}}"""u8, "application/vnd.microsoft.activity"), "activity" },
            { Part("%PDF-1.7 x"u8, "image/png"), "file", "rib.pdf" },
            { Part(Photo, "image/jpeg"), "file", "recto.jpg" },
        };

        var (status, body) = await Send(service, line, form);

        var echo = (await line.All())[^2];
        Assert.Equal((HttpStatusCode.OK, (string?)echo["id"]), (status, (string?)body["id"]));
        Assert.Equal("u1", (string?)echo["channelData"]!["clientActivityID"]);
        var attachments = echo["attachments"]!.AsArray();
        Assert.Equal("recto.jpg image/jpeg, rib.pdf application/pdf", string.Join(", ", attachments.Select(file => $"{file!["name"]} {file["contentType"]}")));
        Assert.Equal(Photo, await service.Http.GetByteArrayAsync(new Uri((string)attachments[0]!["contentUrl"]!), Stop));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Upload_ThatNothingAsksFor_IsNotReadAndThePersonIsTold(bool isForm)
    {
        await using var service = await ChatLine.Service();
        var line = await ChatLine.Started(service);
        using var body = new Watched(isForm ? """
            --b
            content-type: application/vnd.microsoft.activity

            {"type":"message","text":"voici","channelData":{"clientActivityID":"u1"}}
            --b
            content-disposition: form-data; name="file"; filename="recto.jpg"


            """u8.ToArray() : [], isForm ? "multipart/form-data; boundary=b" : "image/jpeg");

        var (status, _) = await Send(service, line, body);

        Assert.Equal(HttpStatusCode.OK, status);
        var told = (await line.All())[^1];
        Assert.Contains("aucun document", (string?)told["text"], StringComparison.Ordinal);
        Assert.Equal(isForm ? "u1" : null, (string?)(await line.All())[^2]["channelData"]?["clientActivityID"]);
        Assert.DoesNotContain(service.Store.TakeChanges(), change => change is Change.KeepFile or Change.KeepDocument);
    }

    [Fact]
    public async Task Upload_TooMuchOfANetwork_MayComeAgainLater()
    {
        await using var service = await ChatLine.Service("--Uploads:OctetsPerDayOfNetwork", "33554432");
        var line = await ChatLine.AskedForFile(service);
        var statuses = new List<HttpStatusCode>();
        for (var sent = 0; sent < 6; sent++)
        {
            using var noise = Part(new byte[6_000_000], "image/jpeg");
            statuses.Add((await Send(service, line, noise)).Status);
        }

        Assert.Equal([.. Enumerable.Repeat(HttpStatusCode.UnsupportedMediaType, 5), HttpStatusCode.TooManyRequests], statuses);
    }

    [Fact]
    public async Task Upload_BareFile_IsTaken()
    {
        await using var service = await ChatLine.Service();
        var line = await ChatLine.AskedForFile(service);
        using var content = Part(Photo, "image/jpeg");
        content.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = "carte.jpg" };

        var (status, _) = await Send(service, line, content);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("carte.jpg", (string?)(await line.All())[^2]["attachments"]![0]!["name"]);
    }

    [Fact]
    public async Task Upload_Photo_IsKeptWithoutWhatTheCameraWroteIntoIt()
    {
        await using var service = await ChatLine.Service();
        var line = await ChatLine.AskedForFile(service);
        byte[] note = [.. "GPS 3.8667 11.5167 at home"u8];
        using var content = Part([.. Photo[..2], 0xFF, 0xFE, 0, (byte)(note.Length + 2), .. note, .. Photo[2..], .. note], "image/jpeg");

        await Send(service, line, content);

        Assert.Equal(Photo, await service.Http.GetByteArrayAsync(new Uri((string)(await line.All())[^2]["attachments"]![0]!["contentUrl"]!), Stop));
    }

    [Theory]
    [InlineData("MZ executable\u0000", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("broken", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("large", HttpStatusCode.RequestEntityTooLarge)]
    public async Task Upload_NotWanted_IsRefusedAndLeavesNothing(string content, HttpStatusCode expected)
    {
        await using var service = await ChatLine.Service("--Bot:DirectLine:LargestUpload", "9000");
        var line = await ChatLine.AskedForFile(service);
        using var part = Part(content switch { "large" => new byte[9001], "broken" => Photo[..^9], _ => Encoding.UTF8.GetBytes(content) }, "image/jpeg");

        var before = (await line.All()).Count;

        var (status, _) = await Send(service, line, part);

        Assert.Equal(expected, status);
        Assert.Equal(before, (await line.All()).Count);
    }

    [Fact]
    public async Task Show_WithoutItsToken_IsRefused()
    {
        await using var service = await ChatLine.Service();
        var line = await ChatLine.AskedForFile(service);
        using var part = Part(Photo, "image/jpeg");
        await Send(service, line, part);
        var address = (string)(await line.All())[^2]["attachments"]![0]!["contentUrl"]!;
        var bare = address[..address.IndexOf('?', StringComparison.Ordinal)];
        var other = await ChatLine.Started(service);

        Assert.Equal(HttpStatusCode.Unauthorized, await Get(service, bare, null));
        Assert.Equal(HttpStatusCode.OK, await Get(service, bare, line.Credential));
        Assert.Equal(HttpStatusCode.Forbidden, await Get(service, bare, other.Credential));
        Assert.Equal(HttpStatusCode.Forbidden, await Get(service, $"{bare}?t={line.Credential}", null));
        Assert.Equal(HttpStatusCode.Forbidden, await Get(service, address[..^1], null));
        service.Clock.Pass(TimeSpan.FromMinutes(30));
        Assert.Equal(HttpStatusCode.Forbidden, await Get(service, address, null));
    }

    private static ByteArrayContent Part(ReadOnlySpan<byte> content, string type) =>
        new(content.ToArray()) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };

    private static async Task<HttpStatusCode> Get(ReplayHost service, string address, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using var response = await service.Http.SendAsync(request, Stop);
        return response.StatusCode;
    }

    private static async Task<(HttpStatusCode Status, JsonNode Body)> Send(ReplayHost service, ChatLine line, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{ChatLine.Path}/conversations/{line.Conversation}/upload?userId=ada") { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", line.Credential);
        using var response = await service.Http.SendAsync(request, Stop);
        return (response.StatusCode, (await response.Content.ReadFromJsonAsync<JsonNode>(Stop))!);
    }

    /// <summary>A body of five million octets.</summary>
    private sealed class Watched : HttpContent
    {
        private const int All = 5_000_000;
        private readonly byte[] _head;

        public Watched(byte[] head, string type)
        {
            _head = [.. Encoding.ASCII.GetBytes(Encoding.ASCII.GetString(head).ReplaceLineEndings("\r\n"))];
            Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        }

        public int Sent { get; private set; }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(_head, Stop);
            var rest = new byte[50_000];
            for (Sent = _head.Length; Sent < All; Sent += rest.Length)
                await stream.WriteAsync(rest.AsMemory(0, Math.Min(rest.Length, All - Sent)), Stop);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = All;
            return true;
        }
    }
}
