using System.Net;
using System.Net.Http.Headers;

namespace ChatChannels.Tests.Ussd;

/// <summary>One session of a gateway, against the real endpoint.</summary>
internal sealed class Line(HttpClient http)
{
    private readonly List<string> _typed = [];

    public string Path { get; init; } = "/ussd/africastalking";

    public string Session { get; init; } = "ATUid_1";

    public string Phone { get; init; } = "+237650000001";

    public string Code { get; init; } = "*237*1#";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A hop with this very text.</summary>
    public async Task<string> Hop(string text)
    {
        using var response = await Post(("text", text));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync(Stop);
    }

    /// <summary>A hop with one more answer behind all those before.</summary>
    public Task<string> Type(string answer)
    {
        _typed.Add(answer);
        return Hop(string.Join('*', _typed));
    }

    /// <summary>The last hop once more.</summary>
    public Task<string> Again() => Hop(string.Join('*', _typed));

    /// <summary>The notice that the session ended.</summary>
    public async Task<string> End(string status)
    {
        using var form = Form(("status", status));
        using var response = await http.PostAsync(new Uri(Path + "/events", UriKind.Relative), form, Stop);
        return $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync(Stop)}";
    }

    public async Task<HttpResponseMessage> Post(params (string Name, string Value)[] more)
    {
        using var form = Form(more);
        return await http.PostAsync(new Uri(Path, UriKind.Relative), form, Stop);
    }

    /// <summary>A body exactly as given.</summary>
    public static async Task<HttpResponseMessage> PostRaw(HttpClient http, byte[] body, string type = "application/x-www-form-urlencoded", string path = "/ussd/africastalking")
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return await http.PostAsync(new Uri(path, UriKind.Relative), content, Stop);
    }

    private FormUrlEncodedContent Form(params (string Name, string Value)[] more) => new(
    [
        KeyValuePair.Create("sessionId", Session),
        KeyValuePair.Create("phoneNumber", Phone),
        KeyValuePair.Create("networkCode", "62401"),
        KeyValuePair.Create("serviceCode", Code),
        .. more.Select(field => KeyValuePair.Create(field.Name, field.Value)),
    ]);
}
