using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ChatChannels.Runtime.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ChatChannels.Bot.Activities;

/// <summary>Reads what a request says in JSON: from the whole body at once, as the serialiser takes longer over a stream of pieces.</summary>
internal static class JsonBody
{
    /// <summary>Octets of what chats say, unless it may hold files.</summary>
    public const int Largest = 64 * 1024;

    /// <summary>Octets of a body that is too large that are taken in and thrown away: before all is sent, few clients listen to an answer.</summary>
    private const int MostDrained = 16 * 1024 * 1024;

    /// <summary>What is in a body, which may begin with a byte order mark; null where it says <c>null</c>.</summary>
    /// <exception cref="JsonException">It is not the JSON that is expected.</exception>
    /// <exception cref="IOException">It cannot be read, or is too large: then it is a <see cref="BadHttpRequestException"/> with the status 413.</exception>
    public static async ValueTask<T?> Read<T>(HttpContext http, JsonTypeInfo<T> type, int largest = Largest)
        where T : class
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MostDrained;
        if (await WholeBody.ReadAtMost(http.Request, largest, http.RequestAborted) is { } body)
            return JsonSerializer.Deserialize(WithoutMark(body), type);
        await Drain(http);
        throw new BadHttpRequestException($"The body has more than {largest} octets.", StatusCodes.Status413PayloadTooLarge);
    }

    private static async Task Drain(HttpContext http)
    {
        while (await http.Request.BodyReader.ReadAsync(http.RequestAborted) is var read)
        {
            http.Request.BodyReader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
                return;
        }
    }

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> json) =>
        json.StartsWith(Encoding.UTF8.Preamble) ? json[Encoding.UTF8.Preamble.Length..] : json;
}
