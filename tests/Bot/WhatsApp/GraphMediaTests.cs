using System.Security.Cryptography;
using System.Text.Json.Nodes;
using ChatChannels.Bot.WhatsApp;
using ChatChannels.Bot.WhatsApp.Media;
using ChatChannels.Bot.WhatsApp.Receiving;
using ChatChannels.Host.Replay;
using ChatChannels.Services.Documents;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ChatChannels.Tests.Bot.WhatsApp;

/// <summary>A file is taken only if it is small, of a known type by its content, and what its sender sent.</summary>
public sealed class GraphMediaTests : SenderTest
{
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3];
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 9];
    private static readonly byte[] Pdf = [.. "%PDF-1.7\n"u8];

    private int _addresses;

    /// <summary>How a file begins, and how many octets follow: whole ones would be written into the list of tests, more than once.</summary>
    public static TheoryData<string, byte[], int, string> Sent => new()
    {
        { "image/jpeg", Jpeg, 0, "Whole { image/jpeg }" },
        { "application/pdf", Png, 0, "Whole { image/png }" },
        { "image/png", Pdf, 0, "Whole { application/pdf }" },
        { "image/jpeg", [.. "MZ\0 an executable"u8], 0, "OfAnotherType" },
        { "image/jpeg", [], 0, "OfAnotherType" },
        { "application/pdf", Pdf, Document.Largest, "TooLarge" },
    };

    [Theory]
    [MemberData(nameof(Sent))]
    public async Task Fetch_File_IsJudgedByItsContent(string called, byte[] begins, int more, string expected)
    {
        byte[] content = [.. begins, .. new byte[more]];
        Graph.Files = http => Serve(http, content, Describe(content, called));

        Assert.StartsWith(expected, $"{await Fetch()}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hex", "Whole")]
    [InlineData("base64", "Whole")]
    [InlineData("none", "Whole")]
    [InlineData("another", "Altered")]
    public async Task Fetch_Hash_MustBeTheOneThatWasTold(string hash, string expected)
    {
        var described = Describe(Jpeg, "image/jpeg");
        described["sha256"] = hash switch
        {
            "hex" => Convert.ToHexStringLower(SHA256.HashData(Jpeg)),
            "base64" => Convert.ToBase64String(SHA256.HashData(Jpeg)),
            "none" => null,
            _ => Convert.ToHexStringLower(SHA256.HashData(Png)),
        };
        Graph.Files = http => Serve(http, Jpeg, described);

        Assert.StartsWith(expected, $"{await Fetch()}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_SizeToldOverTheLimit_IsNotEvenFetched()
    {
        var described = Describe(Jpeg, "image/jpeg");
        described["file_size"] = $"{Document.Largest + 1}";
        Graph.Files = http => Serve(http, Jpeg, described);

        Assert.IsType<Fetched.TooLarge>(await Fetch());
        Assert.Equal(1, _addresses);
    }

    [Fact]
    public async Task Fetch_StaleAddress_AsksForANewOneOnce()
    {
        var stale = true;
        Graph.Files = http => http.Request.Path == "/file" && stale
            ? FakeGraph.Status(StatusCodes.Status404NotFound)(http)
            : Serve(http, Jpeg, Describe(Jpeg, "image/jpeg"));
        Assert.IsType<Fetched.Gone>(await Fetch());
        Assert.Equal(2, _addresses);
        stale = false;

        Assert.IsType<Fetched.Whole>(await Fetch());
    }

    [Theory]
    [InlineData(404, "Gone")]
    [InlineData(500, "NotNow")]
    [InlineData(401, "NotNow")]
    public async Task Fetch_NoAddress_IsGoneOrNotNow(int status, string expected)
    {
        Graph.Files = FakeGraph.Status(status);

        Assert.StartsWith(expected, $"{await Fetch()}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_AddressByAnotherWay_IsNotGivenTheToken()
    {
        var described = Describe(Jpeg, "image/jpeg");
        described["url"] = "ftp://example.org/file";
        Graph.Files = http => Serve(http, Jpeg, described);

        Assert.IsType<Fetched.NotNow>(await Fetch());
    }

    private JsonObject Describe(byte[] content, string called) => new()
    {
        ["url"] = Graph.Url + "file",
        ["mime_type"] = called,
        ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(content)),
        ["file_size"] = content.Length,
        ["id"] = "4711",
    };

    private async Task Serve(HttpContext http, byte[] content, JsonObject described)
    {
        Assert.Equal($"Bearer {GraphStandIn.AppSecret}", http.Request.Headers.Authorization);
        if (http.Request.Path == "/file")
        {
            await http.Response.Body.WriteAsync(content, Stop);
            return;
        }

        Assert.Equal("/v26.0/4711", http.Request.Path);
        _addresses++;
        if (content.Length > Document.Largest)
            described.Remove("file_size"); // so that the limit must hold by itself
        await http.Response.WriteAsync(described.ToJsonString(), Stop);
    }

    private Task<Fetched> Fetch() => Service.Services.GetRequiredService<IMediaSource>()
        .Fetch(Service.Services.GetRequiredService<Numbers>().Find(WhatsApp.Meta.Number)!, new Content.File("4711"), Stop);
}
