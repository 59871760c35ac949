using ChatChannels.Services.Documents;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ChatChannels.Pages.Requests;

/// <summary>Reads the one file that a form of the pages sends. It never touches the disk.</summary>
internal static class FileForm
{
    public const string Field = "file";

    /// <summary>What a form holds beside its file.</summary>
    private const int Envelope = 64 * 1024;

    private static readonly FormOptions Limits = new()
    {
        KeyLengthLimit = 32,
        ValueLengthLimit = 256,
        ValueCountLimit = 8,
        MemoryBufferThreshold = Document.Largest + Envelope,
        MultipartBodyLengthLimit = Document.Largest + Envelope,
    };

    /// <summary>The file, empty where none was chosen; or the status to refuse it with.</summary>
    public static async Task<(byte[]? Content, int Refusal)> Read(HttpContext http)
    {
        if (http.Request.ContentType?.StartsWith("multipart/form-data;", StringComparison.OrdinalIgnoreCase) is not true)
            return (null, StatusCodes.Status400BadRequest);
        if (http.Request.ContentLength > Document.Largest + Envelope)
            return (null, StatusCodes.Status413PayloadTooLarge);
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
            body.MaxRequestBodySize = Document.Largest + Envelope;
        try
        {
            var form = await http.Request.ReadFormAsync(Limits, http.RequestAborted);
            return (form.Files.GetFile(Field) is { } file ? await Content(file, http.RequestAborted) : [], 0);
        }
        catch (BadHttpRequestException refused)
        {
            return (null, refused.StatusCode);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            return (null, StatusCodes.Status400BadRequest);
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
