using Microsoft.AspNetCore.Http;

namespace ChatChannels.Bot.DirectLine;

/// <summary>The answers there are. A client gives up for ever on some: whoever has a credential that is not good (any more) hears 403, never 401.</summary>
internal static class Answer
{
    private const string Malformed = "BadArgument";

    public static IResult Token(TokenReply reply, int status = StatusCodes.Status200OK) =>
        Results.Json(reply, DirectLineJson.Plain.TokenReply, statusCode: status);

    public static IResult Set(ActivitySet set) => Results.Json(set, DirectLineJson.Plain.ActivitySet);

    /// <summary>Nobody signs in here, so that it stands for nothing; clients ask all the same.</summary>
    public static IResult Session(string id) => Results.Json(new SessionReply(id), DirectLineJson.Plain.SessionReply);

    public static IResult Taken(string id) => Results.Json(new ResourceReply(id), DirectLineJson.Plain.ResourceReply);

    public static IResult Bad(string why, int status = StatusCodes.Status400BadRequest) => Error(status, Malformed, why);

    public static IResult NoCredential() => Error(StatusCodes.Status401Unauthorized, "MissingCredentials", "A token or a secret is needed: Authorization: Bearer …");

    public static IResult BadCredential() => Error(StatusCodes.Status403Forbidden, "TokenExpired", "The token or secret is not good, or not any more.");

    public static IResult NotYours() => Error(StatusCodes.Status403Forbidden, "Forbidden", "The token is for another conversation.");

    public static IResult NotFound() => Error(StatusCodes.Status404NotFound, "NotFound", "There is no such conversation, or not any more.");

    public static IResult TakenByAnother() => Error(StatusCodes.Status409Conflict, "Conflict", "The conversation was begun by another user.");

    public static IResult TooMany(HttpContext http)
    {
        http.Response.Headers.RetryAfter = "10";
        return Error(StatusCodes.Status429TooManyRequests, "TooManyRequests", "Slower, please.");
    }

    public static IResult BotFailed() => Error(StatusCodes.Status502BadGateway, "BotRejectedActivity", "Nothing was done; the activity may be sent again.");

    private static IResult Error(int status, string code, string message) =>
        Results.Json(new ErrorReply(new ErrorReply.Detail(code, message)), DirectLineJson.Plain.ErrorReply, statusCode: status);
}
