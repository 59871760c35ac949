using ChatChannels.Services.Dialogues;
using Microsoft.AspNetCore.Http;

namespace ChatChannels.Bot.DirectLine;

/// <summary>The calls that begin a conversation and take it up again.</summary>
internal sealed class ConversationEndpoints(Access access, Tokens tokens, Dialogues dialogues, Transcript transcript, ServerAddress address)
{
    /// <summary>Begins the token's conversation, or a new one for the holder of a secret: 201; 200 when it was begun before.</summary>
    public async Task<IResult> Start(HttpContext http)
    {
        var (caller, refusal) = await access.EnterToBegin(http);
        if (caller is null)
            return refusal!;
        var (asked, problem) = await RequestBody.ReadOr(new TokenParameters(), http, DirectLineJson.Plain.TokenParameters);
        if (asked is null)
            return problem!;
        if (!asked.IsInBounds)
            return Answer.Bad("user.id must have at most 120 characters.");
        caller = caller with { Conversation = caller.Conversation ?? dialogues.NewId(), User = caller.User ?? asked.UserId };
        return await dialogues.Find(caller.Fund.Id, caller.Conversation, http.RequestAborted) switch
        {
            null => await Begin(http, caller, asked),
            { IsClosed: true } => Answer.NotFound(),
            _ when !access.MayReturn(http, caller.Conversation) => Answer.TooMany(http),
            var known => Resume(http, caller, known),
        };
    }

    /// <summary>Takes a conversation up again: with a watermark the stream goes on from there, else from now.</summary>
    public async Task<IResult> Reconnect(HttpContext http, string conversation, string? watermark)
    {
        var (caller, refusal) = await access.EnterToReturn(http, conversation);
        if (caller is null)
            return refusal!;
        if (await dialogues.Find(caller.Fund.Id, conversation, http.RequestAborted) is not { IsClosed: false } known)
            return Answer.NotFound();
        caller = caller with { Conversation = conversation, User = caller.User ?? known.User };
        return Opened(http, caller, string.IsNullOrEmpty(watermark) ? await transcript.End(caller.Fund.Id, conversation, http.RequestAborted) : watermark, StatusCodes.Status200OK);
    }

    private async Task<IResult> Begin(HttpContext http, Caller caller, TokenParameters asked) =>
        await dialogues.Open(caller.Fund, caller.Conversation!, caller.User, caller.Fund.LanguageOf(asked.Locale))
            ? Opened(http, caller, null, StatusCodes.Status201Created)
            : Answer.BotFailed();

    private IResult Resume(HttpContext http, Caller caller, Dialogue known) =>
        known.User is { } user && caller.User is { } other && !string.Equals(user, other, StringComparison.Ordinal)
            ? Answer.TakenByAnother()
            : Opened(http, caller with { User = caller.User ?? known.User }, null, StatusCodes.Status200OK);

    private IResult Opened(HttpContext http, Caller caller, string? watermark, int status)
    {
        var conversation = caller.Conversation!;
        var stream = address.OfStream(http.Request, conversation, watermark, tokens.OfStream(caller, conversation));
        return Answer.Token(tokens.Of(caller.Fund.Id, conversation, caller.User) with { StreamUrl = stream }, status);
    }
}
