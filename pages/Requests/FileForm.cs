using ChatChannels.Runtime.Documents;
using ChatChannels.Services.Documents;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace ChatChannels.Pages.Requests;

/// <summary>Reads the one file that a form of the pages sends. Until it is there whole it lies sealed on the disk.</summary>
internal static class FileForm
{
    public const string Field = "file";

    /// <summary>Octets of a whole form.</summary>
    public const int Largest = Document.Largest + Envelope;

    /// <summary>What a form holds beside its file.</summary>
    private const int Envelope = 64 * 1024;

    /// <summary>A phone on a slow network sends some 2 kB a second; who sends less for long holds a place that others need.</summary>
    private static readonly MinDataRate Slowest = new(bytesPerSecond: 500, gracePeriod: TimeSpan.FromSeconds(15));

    private static readonly FormOptions Limits = new()
    {
        KeyLengthLimit = 32,
        ValueLengthLimit = 256,
        ValueCountLimit = 8,
        MemoryBufferThreshold = Largest,
        MultipartBodyLengthLimit = Largest,
    };

    /// <summary>Whether a form can be read at all: 0, or the status to refuse it with.</summary>
    public static int Check(HttpRequest request) =>
        request.ContentType?.StartsWith("multipart/form-data;", StringComparison.OrdinalIgnoreCase) is not true ? StatusCodes.Status400BadRequest
        : request.ContentLength > Largest ? StatusCodes.Status413PayloadTooLarge
        : 0;

    /// <summary>Receives a form; 0, or the status to refuse it with.</summary>
    public static async Task<int> Receive(HttpContext http, SealedSpool spool)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = Largest;
        if (http.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
            rate.MinDataRate = Slowest;
        try
        {
            return await spool.Fill(http.Request.BodyReader, Largest, http.RequestAborted) ? 0 : StatusCodes.Status413PayloadTooLarge;
        }
        catch (IOException broken) // cut short, too slow or too large
        {
            return (broken as Microsoft.AspNetCore.Http.BadHttpRequestException)?.StatusCode ?? StatusCodes.Status400BadRequest;
        }
    }

    /// <summary>The file of a form that was received, empty where none was chosen; null where it cannot be read.</summary>
    public static async Task<byte[]?> Read(HttpContext http, SealedSpool spool)
    {
        await using var body = spool.Read();
        http.Request.Body = body;
        try
        {
            var form = await http.Request.ReadFormAsync(Limits, http.RequestAborted);
            return form.Files.GetFile(Field) is { } file ? await Content(file, http.RequestAborted) : [];
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            return null;
        }
    }

    private static async Task<byte[]> Content(IFormFile file, CancellationToken cancellation)
    {
        var content = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(content, cancellation);
        return content;
    }
}
