using System.Text;
using ChatChannels.Runtime.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ChatChannels.Bot.WhatsApp.Receiving;

/// <summary>
/// The webhook: Meta verifies it once and then posts notifications, each at least once, in any order, for up to seven days until it gets
/// a 200. That it gets when all that came is committed.
/// </summary>
internal sealed partial class Webhook(Numbers numbers, Intake intake, Reports reports, IOptions<BotOptions> options, ILogger<Webhook> logger)
{
    /// <summary>Meta sends up to 1,000 updates at once, in up to 3 MB.</summary>
    private const int LongestBody = 3 * 1024 * 1024;
    private const int LongestChallenge = 256;

    private readonly Signature _signature = new(options.Value.WhatsApp.AppSecret!);
    private readonly SharedSecret _verifyToken = new(options.Value.WhatsApp.VerifyToken!);

    /// <summary>Answers the challenge to whoever knows the word.</summary>
    public IResult Verify(HttpRequest request)
    {
        var query = request.Query;
        var holds = _verifyToken.Is(query["hub.verify_token"].ToString());
        var challenge = query["hub.challenge"].ToString();
        return holds && query["hub.mode"] == "subscribe" && challenge.Length is > 0 and <= LongestChallenge
            ? Results.Text(challenge, "text/plain", Encoding.UTF8)
            : Results.StatusCode(StatusCodes.Status403Forbidden);
    }

    /// <summary>Takes a notification whose signature holds: 200 when it is committed, 503 where it must come again.</summary>
    public async Task<IResult> Take(HttpRequest request, CancellationToken cancellation)
    {
        if (Signature.Read(request.Headers[Signature.Header]) is not { } signature)
            return Results.StatusCode(StatusCodes.Status401Unauthorized);
        byte[] body;
        try
        {
            body = await Read(request, cancellation);
        }
        catch (BadHttpRequestException broken) // too long, too slow or cut short
        {
            return Results.StatusCode(broken.StatusCode);
        }

        if (!_signature.Holds(signature, body))
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        return Notification.Read(body, numbers) is { } notification
            ? await Take(notification, cancellation)
            : Results.StatusCode(StatusCodes.Status400BadRequest);
    }

    private async Task<IResult> Take(Notification notification, CancellationToken cancellation)
    {
        // Messages first, and whatever becomes of the reports: people wait for their answers.
        var taken = await Safely(() => intake.Take(notification.Messages, cancellation), cancellation);
        var reported = await Safely(
            async () =>
            {
                await reports.Take(notification.Reports, cancellation);
                return true;
            },
            cancellation);
        return taken && reported ? Results.Ok() : Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
    }

    private async Task<bool> Safely(Func<Task<bool>> take, CancellationToken cancellation)
    {
        try
        {
            return await take();
        }
#pragma warning disable CA1031 // whatever fails: what was not taken comes again, and what was taken is known
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogTrouble(logger, failure);
            return false;
        }
    }

    private static ValueTask<byte[]> Read(HttpRequest request, CancellationToken cancellation)
    {
        request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize = LongestBody;
        return WholeBody.Read(request, cancellation);
    }

    [LoggerMessage(7401, LogLevel.Error, "A WhatsApp notification could not be taken whole; it comes again")]
    private static partial void LogTrouble(ILogger logger, Exception failure);
}
