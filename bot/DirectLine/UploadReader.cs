using System.Text.Json;
using ChatChannels.Bot.Activities;
using ChatChannels.Conversation.Answers;
using ChatChannels.Runtime.Documents;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace ChatChannels.Bot.DirectLine;

/// <summary>Reads uploads: a form of several parts, one of them the message, or one bare file.</summary>
internal static class UploadReader
{
    private const string ActivityType = "application/vnd.microsoft.activity";
    private const int MostFiles = 10;
    private const int LongestName = 120;
    private const int LargestMessage = 16 * 1024;

    /// <summary>A message is in the first packet.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Receives the body of a request, whatever is in it; null, or what its sender is told.</summary>
    public static async Task<IResult?> Receive(HttpContext http, SealedSpool spool, long largest)
    {
        try
        {
            return await spool.Fill(http.Request.BodyReader, largest, http.RequestAborted) ? null : TooLarge();
        }
        catch (IOException broken) // cut short, too slow or too large
        {
            return Answer.Bad("The body cannot be read.", (broken as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status400BadRequest);
        }
    }

    /// <summary>The message that an upload begins with, as clients send it; one without words where it does not. Nothing behind it is read.</summary>
    public static async Task<Activity> ReadMessage(HttpContext http)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        patience.CancelAfter(Patience);
        try
        {
            return MultipartOf(http.Request) is { } boundary
                && await new MultipartReader(boundary, http.Request.Body).ReadNextSectionAsync(patience.Token) is { } first
                && await Part(first.Body, first.ContentType, first.ContentDisposition, LargestMessage, patience.Token) is { IsActivity: true } part
                && JsonSerializer.Deserialize(part.Content, ActivityJson.Plain.Activity) is { } activity
                    ? activity
                    : new Activity { Type = ActivityTypes.Message };
        }
        catch (Exception broken) when (broken is JsonException or InvalidDataException or IOException or OperationCanceledException)
        {
            return new Activity { Type = ActivityTypes.Message };
        }
    }

    /// <summary>What was received, or what its sender is told.</summary>
    /// <param name="largest">Bytes of all files together.</param>
    public static async Task<(Upload? Upload, IResult? Refusal)> Read(HttpContext http, SealedSpool spool, int largest)
    {
        await using var body = spool.Read();
        try
        {
            var parts = MultipartOf(http.Request) is { } boundary
                ? await Parts(new MultipartReader(boundary, body), largest, http.RequestAborted)
                : [await Part(body, http.Request.ContentType, http.Request.Headers.ContentDisposition.ToString(), largest, http.RequestAborted)];
            return Sort(parts);
        }
        catch (JsonException)
        {
            return (null, Answer.Bad("The activity is not the JSON that is expected."));
        }
        catch (InvalidDataException)
        {
            return (null, TooLarge());
        }
        catch (IOException) // a part that ends too early
        {
            return (null, Answer.Bad("The body cannot be read."));
        }
    }

    private static IResult TooLarge() => Answer.Bad("The parts cannot be read, or are too large.", StatusCodes.Status413PayloadTooLarge);

    private static string? MultipartOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase)
            ? HeaderUtilities.RemoveQuotes(type.Boundary).Value
            : null;

    private static async Task<List<RawPart>> Parts(MultipartReader reader, int largest, CancellationToken cancellation)
    {
        var parts = new List<RawPart>();
        while (await reader.ReadNextSectionAsync(cancellation) is { } section)
        {
            if (parts.Count > MostFiles)
                throw new InvalidDataException();
            parts.Add(await Part(section.Body, section.ContentType, section.ContentDisposition, largest, cancellation));
            largest -= parts[^1].Content.Length;
        }

        return parts;
    }

    private static async Task<RawPart> Part(Stream body, string? type, string? disposition, int largest, CancellationToken cancellation)
    {
        using var content = new MemoryStream();
        var room = new byte[16 * 1024];
        while (await body.ReadAsync(room, cancellation) is > 0 and var read)
        {
            if (content.Length + read > largest)
                throw new InvalidDataException();
            await content.WriteAsync(room.AsMemory(0, read), cancellation);
        }

        return new RawPart(type ?? "", NameOf(disposition), content.ToArray());
    }

    private static (Upload? Upload, IResult? Refusal) Sort(List<RawPart> parts)
    {
        var message = parts.Find(part => part.IsActivity);
        var activity = message is null ? new Activity { Type = ActivityTypes.Message } : JsonSerializer.Deserialize(message.Content, ActivityJson.Plain.Activity);
        var files = parts.Where(part => !part.IsActivity).Select(FileOf).ToList();
        if (activity is null || files.Count == 0)
            return (null, Answer.Bad("There is no file."));
        if (files.Contains(null))
            return (null, Answer.Bad("Only photos (JPEG, PNG), PDF, XLSX and CSV are taken.", StatusCodes.Status415UnsupportedMediaType));
        var order = activity.Attachments?.Select(attachment => attachment?.Name).ToList() ?? [];
        return (new Upload(activity, [.. files.OfType<SentFile>().OrderBy(file => order.IndexOf(file.Name))]), null);
    }

    /// <summary>A file as it is kept; null for one of no kind that is known, and for a photo that is broken.</summary>
    private static SentFile? FileOf(RawPart part) =>
        FileKind.Of(part.Content) is { } kind && CleanFile.Of(kind, part.Content) is { } clean ? new SentFile(part.Name, kind, clean) : null;

    private static string NameOf(string? disposition)
    {
        var name = ContentDispositionHeaderValue.TryParse(disposition, out var value)
            ? HeaderUtilities.RemoveQuotes(value.FileNameStar.HasValue ? value.FileNameStar : value.FileName).Value
            : null;
        var clean = new string([.. (name ?? "").Where(letter => !char.IsControl(letter) && !char.IsSurrogate(letter))]);
        return clean.Length == 0 ? "file" : clean[..Math.Min(clean.Length, LongestName)];
    }

    private sealed record RawPart(string Type, string Name, byte[] Content)
    {
        public bool IsActivity => Type.StartsWith(ActivityType, StringComparison.OrdinalIgnoreCase);
    }
}
