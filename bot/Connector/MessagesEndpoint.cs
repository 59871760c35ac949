using System.Buffers;
using System.Text.Json;
using ChatChannels.Bot.Activities;
using Microsoft.AspNetCore.Http;

namespace ChatChannels.Bot.Connector;

/// <summary><c>POST /api/messages</c>: what any channel of the Bot Framework, or a bot that has this one as a skill, sends.</summary>
internal sealed class MessagesEndpoint(MessagesAccess access, Correspondence correspondence)
{
    /// <summary>Octets of an activity: files come by address as a rule, photos within it now and then.</summary>
    private const int LargestActivity = 4 * 1024 * 1024;

    /// <summary>
    /// 200 for what was taken or means nothing here, with the replies for who waits for them; 401 for who may not; 413 for what is too
    /// large; 502 when nothing happened and it may come again.
    /// </summary>
    public async Task Receive(HttpContext http)
    {
        if (await access.Enter(http) is not { } sender)
        {
            Refuse(http.Response);
            return;
        }

        var (activity, status) = await Read(http);
        if (activity?.Type is not { Length: > 0 } || !Letter.CanAnswer(activity))
            http.Response.StatusCode = status;
        else if (sender(activity) is not { } party)
            Refuse(http.Response);
        else if (access.FundOf(party, http.Request.RouteValues["fund"] as string) is not { } fund)
            http.Response.StatusCode = StatusCodes.Status404NotFound;
        else if (activity.Type is ActivityTypes.Invoke)
            http.Response.StatusCode = StatusCodes.Status501NotImplemented;
        else
            await Answer(http, new Letter(party, fund, activity));
    }

    private static void Refuse(HttpResponse response)
    {
        response.Headers.WWWAuthenticate = "Bearer";
        response.StatusCode = StatusCodes.Status401Unauthorized;
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

    /// <summary>The activity, or what is answered where there is none.</summary>
    private static async Task<(Activity? Activity, int Status)> Read(HttpContext http)
    {
        try
        {
            return (await JsonBody.Read(http, ActivityJson.Plain.Activity, LargestActivity), StatusCodes.Status400BadRequest);
        }
        catch (JsonException)
        {
            return (null, StatusCodes.Status400BadRequest);
        }
        catch (IOException broken) // cut short, too slow or too large
        {
            return (null, (broken as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status400BadRequest);
        }
    }
}
