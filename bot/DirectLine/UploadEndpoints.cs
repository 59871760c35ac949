using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ChatChannels.Bot.Activities;
using ChatChannels.Conversation.Answers;
using ChatChannels.Services.Dialogues;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace ChatChannels.Bot.DirectLine;

/// <summary>The calls by which files are sent, and shown again.</summary>
internal sealed class UploadEndpoints(Access access, Tokens tokens, Dialogues dialogues, IOptions<BotOptions> options, TimeProvider time)
{
    /// <summary>What an upload holds beside its files.</summary>
    private const int Envelope = 64 * 1024;

    /// <summary>Takes files and the message that they belong to, in one turn.</summary>
    public async Task<IResult> Receive(HttpContext http, string conversation, string? userId)
    {
        var (caller, refusal) = await access.EnterToSay(http, conversation);
        if (caller is null)
            return refusal!;
        var largest = options.Value.DirectLine.LargestUpload;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
            body.MaxRequestBodySize = largest + Envelope;
        var (upload, problem) = await UploadReader.Read(http, largest);
        if (upload is null)
            return problem!;
        if (!IncomingActivity.TryRead(caller with { User = caller.User ?? userId }, upload.Activity, out var said))
            return Answer.Bad("The activity cannot be read.");
        if (await dialogues.Find(caller.Fund.Id, conversation, http.RequestAborted) is not { IsClosed: false })
            return Answer.NotFound();
        return await dialogues.Say(caller, conversation, With(said, upload.Files, caller, conversation)) is { } id ? Answer.Taken(id) : Answer.BotFailed();
    }

    /// <summary>Shows a file to who has a token for it, or for its conversation.</summary>
    public async Task<IResult> Show(HttpContext http, string conversation, Guid file, string? t)
    {
        var (caller, refusal) = t is null
            ? await access.Enter(http.Request, conversation)
            : (await tokens.Read(t, TokenUse.File, file.ToString("N")), Answer.BadCredential());
        if (caller?.MayOpen(conversation) is not true)
            return refusal ?? Answer.NotYours();
        if (await dialogues.FindFile(caller.Fund.Id, conversation, file, http.RequestAborted) is not { } found)
            return Answer.NotFound();
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        var content = ImmutableCollectionsMarshal.AsArray(found.Content)!;
        return Results.Bytes(content, FileKind.Of(content)?.MediaType ?? "application/octet-stream");
    }

    private Said With(Said said, ImmutableArray<SentFile> files, Caller caller, string conversation)
    {
        var kept = files.Select(file => (Sent: file, Id: dialogues.NewFile())).ToList();
        return said with
        {
            Echo = said.Echo with
            {
                Attachments = [.. kept.Select(file => new Attachment(file.Sent.Kind.MediaType, ContentUrl: Transcript.StoredFile + file.Id.ToString("N"), Name: file.Sent.Name))],
            },
            Files =
            [
                .. kept.Select(file => new DialogueFile(
                    caller.Fund.Id, conversation, file.Id, ImmutableCollectionsMarshal.AsImmutableArray(file.Sent.Content), time.GetUtcNow())),
            ],
        };
    }
}
