using Microsoft.AspNetCore.Http;

namespace ChatChannels.Bot.DirectLine;

/// <summary>The calls that give tokens.</summary>
internal sealed class TokenEndpoints(Access access, Tokens tokens, Dialogues dialogues, StreamBell bell)
{
    /// <summary>A token for a conversation to be begun, for the server of a fund's site.</summary>
    public async Task<IResult> Generate(HttpContext http)
    {
        var (caller, refusal) = await access.EnterToBegin(http);
        if (caller is null)
            return refusal!;
        if (caller.Conversation is not null)
            return Answer.BadCredential();
        var (asked, problem) = await RequestBody.ReadOr(new TokenParameters(), http, DirectLineJson.Plain.TokenParameters);
        if (asked is null)
            return problem!;
        return asked is { CanVouch: true, IsInBounds: true }
            ? Answer.Token(tokens.Begin(caller.Fund.Id, asked.UserId))
            : Answer.Bad("user.id must begin with dl_ and have at most 120 characters.");
    }

    /// <summary>A new token for the holder of one that is still good.</summary>
    public async Task<IResult> Refresh(HttpContext http)
    {
        var (caller, refusal) = await access.Enter(http.Request);
        if (caller is null)
            return refusal!;
        if (caller.Conversation is not { } conversation)
            return Answer.Bad("Only a token can be refreshed.");
        if (await dialogues.Find(caller.Fund.Id, conversation, http.RequestAborted) is { IsClosed: true })
            return Answer.NotFound();
        bell.Extend(conversation, tokens.Life);
        return Answer.Token(tokens.Of(caller.Fund.Id, conversation, caller.User));
    }
}
