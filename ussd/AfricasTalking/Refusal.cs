using Microsoft.AspNetCore.Http;

namespace ChatChannels.Ussd.AfricasTalking;

/// <summary>The answer to what the protocol does not allow.</summary>
internal static class Refusal
{
    public static IResult Of(string problem, int status = StatusCodes.Status400BadRequest) =>
        Results.Problem(problem, statusCode: status, title: "The gateway sent what its protocol does not allow.");
}
