using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace ChatChannels.Soak.Uploads;

/// <summary>Somebody who sends one large file after the other in chats, as fast as they are taken or refused.</summary>
/// <param name="secret">Of the fund's site; the fund is the one whose service for wages asks for a file.</param>
/// <param name="isAsked">Whether it lets a conversation ask for each, or sends them unasked.</param>
internal sealed class Uploader(HttpClient http, string secret, byte[] file, bool isAsked)
{
    private const string Line = "v3/directline";

    /// <summary>What is said until the file is asked for.</summary>
    private static readonly string[] ToTheQuestion = ["5", "EM100041", "3", "2026"];

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public int Taken { get; private set; }

    public int Refused { get; private set; }

    public int Broken { get; private set; }

    /// <summary>Goes on until it is stopped.</summary>
    public async Task Run(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await Once(stop);
            }
            catch (HttpRequestException)
            {
                Broken++;
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task Once(CancellationToken stop)
    {
        var (conversation, token) = await Begin(stop);
        if (token is null)
        {
            await Wait(stop);
            return;
        }

        foreach (var answer in isAsked ? ToTheQuestion : [])
        {
            using var said = await Send(HttpMethod.Post, $"conversations/{conversation}/activities", token, Json(new JsonObject { ["type"] = "message", ["text"] = answer }), stop);
        }

        await Upload(conversation!, token, stop);
    }

    private async Task<(string? Conversation, string? Token)> Begin(CancellationToken stop)
    {
        using var begun = await Send(HttpMethod.Post, "conversations", secret, Json(new JsonObject { ["user"] = new JsonObject() }), stop);
        if (!begun.IsSuccessStatusCode)
            return default;
        var body = await begun.Content.ReadFromJsonAsync<JsonNode>(stop);
        return ((string?)body!["conversationId"], (string?)body["token"]);
    }

    private async Task Upload(string conversation, string token, CancellationToken stop)
    {
        using var content = new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } };
        using var response = await Send(HttpMethod.Post, $"conversations/{conversation}/upload?userId=u", token, content, stop);
        if (response.StatusCode is HttpStatusCode.OK)
        {
            Taken++;
            return;
        }

        Refused++;
        await Wait(stop);
    }

    private async Task<HttpResponseMessage> Send(HttpMethod method, string path, string token, HttpContent content, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(method, $"{Line}/{path}") { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await http.SendAsync(request, stop);
    }

    private static StringContent Json(JsonObject body) => new(body.ToJsonString(), Encoding.UTF8, "application/json");

    private static Task Wait(CancellationToken stop) => Task.Delay(Pause, TimeProvider.System, stop);
}
