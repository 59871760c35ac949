using System.Buffers;
using System.Text.Json;
using ChatChannels.Bot.Activities;
using Microsoft.AspNetCore.Http;

namespace ChatChannels.Bot.Connector;

/// <summary><c>POST /api/messages</c>: what any channel of the Bot Framework, or a bot that has this one as a skill, sends.</summary>
internal sealed class MessagesEndpoint(MessagesAccess access, Correspondence correspondence)
{
    /// <summary>200 for what was taken or means nothing here, with the replies for who waits for them; 401 for who may not; 502 when nothing happened and it may come again.</summary>
    public async Task Receive(HttpContext http)
    {
        var activity = await Read(http.Request, http.RequestAborted);
        if (activity?.Type is not { Length: > 0 } || !Letter.CanAnswer(activity))
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        if (await access.Enter(http, activity) is not { } party)
        {
            http.Response.Headers.WWWAuthenticate = "Bearer";
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        if (access.FundOf(party, http.Request.RouteValues["fund"] as string) is not { } fund)
            http.Response.StatusCode = StatusCodes.Status404NotFound;
        else if (activity.Type is ActivityTypes.Invoke)
            http.Response.StatusCode = StatusCodes.Status501NotImplemented;
        else
            await Answer(http, new Letter(party, fund, activity));
    }

    private async Task Answer(HttpContext http, Letter letter)
    {
        var replies = await correspondence.Take(letter);
        if (replies is null)
        {
            http.Response.StatusCode = StatusCodes.Status502BadGateway;
        }
        else if (letter.IsAwaited)
        {
            Write(http.Response, replies);
            await http.Response.BodyWriter.FlushAsync(CancellationToken.None);
        }
    }

    private static void Write(HttpResponse response, IReadOnlyList<ActivityReply> replies)
    {
        var json = JsonText.Bytes(replies, Write);
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = json.Length;
        response.BodyWriter.Write(json);
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<ActivityReply> replies)
    {
        json.WriteStartObject();
        json.WriteStartArray("activities"u8);
        foreach (var reply in replies)
            reply.Write(json);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static async Task<Activity?> Read(HttpRequest request, CancellationToken cancellation)
    {
        try
        {
            return await JsonBody.Read(request, ActivityJson.Plain.Activity, cancellation);
        }
        catch (Exception broken) when (broken is JsonException or IOException)
        {
            return null;
        }
    }
}
