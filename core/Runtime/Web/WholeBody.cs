using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace ChatChannels.Runtime.Web;

/// <summary>Reads the body of a request in one piece, straight from the server's buffers.</summary>
public static class WholeBody
{
    /// <summary>The body, however large the server lets it be.</summary>
    /// <exception cref="IOException">It is too large, cut short, too slow, or chunks that are none.</exception>
    public static async ValueTask<byte[]> Read(HttpRequest request, CancellationToken cancellation) =>
        (await ReadAtMost(request, long.MaxValue, cancellation))!;

    /// <summary>The body, or null when it has more octets than <paramref name="largest"/>.</summary>
    /// <exception cref="IOException">It is cut short, too slow, or chunks that are none.</exception>
    public static async ValueTask<byte[]?> ReadAtMost(HttpRequest request, long largest, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.ContentLength > largest)
            return null;
        while (true)
        {
            var read = await request.BodyReader.ReadAsync(cancellation);
            var isTooLarge = read.Buffer.Length > largest;
            var body = read.IsCompleted && !isTooLarge ? read.Buffer.ToArray() : null;
            request.BodyReader.AdvanceTo(read.IsCompleted || isTooLarge ? read.Buffer.End : read.Buffer.Start, read.Buffer.End);
            if (read.IsCompleted || isTooLarge)
                return body;
        }
    }
}
