using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ChatChannels.Bot.Activities;
using Microsoft.AspNetCore.Http;

namespace ChatChannels.Bot.DirectLine;

/// <summary>Reads bodies that may be anything.</summary>
internal static class RequestBody
{
    /// <summary>What is in a body, or what its sender is told.</summary>
    public static async Task<(T? Read, IResult? Refusal)> Read<T>(HttpContext http, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return await JsonBody.Read(http, type) is { } read
                ? (read, null)
                : (null, Answer.Bad("The body must be a JSON object."));
        }
        catch (JsonException)
        {
            return (null, Answer.Bad("The body is not the JSON that is expected."));
        }
        catch (IOException broken) // cut short, too slow or too large
        {
            return (null, Answer.Bad("The body cannot be read.", (broken as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status400BadRequest));
        }
    }

    /// <summary>The same, where there need be no body.</summary>
    public static async Task<(T? Read, IResult? Refusal)> ReadOr<T>(T nothing, HttpContext http, JsonTypeInfo<T> type)
        where T : class =>
        http.Request.ContentLength is null or 0 && !http.Request.Headers.ContainsKey("Transfer-Encoding") ? (nothing, null) : await Read(http, type);
}
