using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ChatChannels.Runtime.Web;
using Microsoft.AspNetCore.Http;

namespace ChatChannels.Bot.Activities;

/// <summary>Reads what a request says in JSON: from the whole body at once, as the serialiser takes longer over a stream of pieces.</summary>
internal static class JsonBody
{
    /// <summary>What is in a body, which may begin with a byte order mark; null where it says <c>null</c>.</summary>
    /// <exception cref="JsonException">It is not the JSON that is expected.</exception>
    /// <exception cref="IOException">It cannot be read, or is too large.</exception>
    public static async ValueTask<T?> Read<T>(HttpRequest request, JsonTypeInfo<T> type, CancellationToken cancellation)
        where T : class =>
        JsonSerializer.Deserialize(WithoutMark(await WholeBody.Read(request, cancellation)), type);

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> json) =>
        json.StartsWith(Encoding.UTF8.Preamble) ? json[Encoding.UTF8.Preamble.Length..] : json;
}
