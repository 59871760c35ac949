using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ChatChannels.Bot.Activities;
using ChatChannels.Conversation.Answers;
using ChatChannels.Runtime.Documents;
using ChatChannels.Services.Dialogues;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.Extensions.Options;

namespace ChatChannels.Bot.DirectLine;

/// <summary>The calls by which files are sent, and shown again.</summary>
internal sealed class UploadEndpoints(
    Access access, Tokens tokens, Dialogues dialogues, UploadLane lane, IOptions<BotOptions> options, TimeProvider time)
{
    /// <summary>What an upload holds beside its files.</summary>
    private const int Envelope = 64 * 1024;

    /// <summary>A phone on a slow network sends some 2 kB a second; who sends less for long holds a place that others need.</summary>
    private static readonly MinDataRate Slowest = new(bytesPerSecond: 500, gracePeriod: TimeSpan.FromSeconds(15));

    /// <summary>Takes files and the message that they belong to, in one turn. Where no file is asked for none is read.</summary>
    public async Task<IResult> Receive(HttpContext http, string conversation, string? userId)
    {
        var (caller, refusal) = await access.EnterToSay(http, conversation);
        if (caller is null)
            return refusal!;
        if (http.Request.ContentLength > Largest)
            return Answer.Bad("The files are too large.", StatusCodes.Status413PayloadTooLarge);
        if (await dialogues.Find(caller.Fund.Id, conversation, http.RequestAborted) is not { IsClosed: false })
            return Answer.NotFound();
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = Largest;
        if (!await dialogues.AsksForFile(caller.Fund, conversation, http.RequestAborted))
            return await Decline(http, caller with { User = caller.User ?? userId }, conversation);
        using var pass = lane.TryEnter(http.Connection.RemoteIpAddress, conversation, http.Request.ContentLength ?? Largest);
        if (pass is null)
            await lane.HoldBack(http.RequestAborted);
        return pass is null ? Answer.TooMany(http) : await Take(http, caller with { User = caller.User ?? userId }, conversation);
    }

    /// <summary>Takes the message and none of its files; the person is told that they are not kept.</summary>
    private async Task<IResult> Decline(HttpContext http, Caller caller, string conversation)
    {
        var message = await UploadReader.ReadMessage(http);
        await lane.HoldBack(http.RequestAborted);
        return !IncomingActivity.TryRead(caller, message, out var said) ? Answer.Bad("The activity cannot be read.")
            : await dialogues.Say(caller, conversation, said with { IsDeclined = true }) is { } id ? Answer.Taken(id)
            : Answer.BotFailed();
    }

    /// <summary>Octets of a whole request.</summary>
    private long Largest => options.Value.DirectLine.LargestUpload + Envelope;

    private async Task<IResult> Take(HttpContext http, Caller caller, string conversation)
    {
        if (http.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
            rate.MinDataRate = Slowest;
        await using var spool = new SealedSpool();
        return await UploadReader.Receive(http, spool, Largest)
            ?? await lane.Alone(() => Take(http, spool, caller, conversation), http.RequestAborted);
    }

    private async Task<IResult> Take(HttpContext http, SealedSpool spool, Caller caller, string conversation)
    {
        var (upload, problem) = await UploadReader.Read(http, spool, options.Value.DirectLine.LargestUpload);
        if (upload is null)
            return problem!;
        if (!IncomingActivity.TryRead(caller, upload.Activity, out var said))
            return Answer.Bad("The activity cannot be read.");
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
