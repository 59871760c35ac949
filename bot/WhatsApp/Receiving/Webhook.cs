using System.Net;
using System.Text;
using ChatChannels.Runtime.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MinDataRate = Microsoft.AspNetCore.Server.Kestrel.Core.MinDataRate;

namespace ChatChannels.Bot.WhatsApp.Receiving;

/// <summary>
/// The webhook: Meta verifies it once and then posts notifications, each at least once, in any order, for up to seven days until it gets
/// a 200. That it gets when all that came is committed.
/// </summary>
internal sealed partial class Webhook(
    Numbers numbers, Intake intake, Reports reports, WebhookGuard guard, IOptions<BotOptions> options, TimeProvider time, ILogger<Webhook> logger)
{
    private const int LongestChallenge = 256;

    /// <summary>Meta's networks are fast: a large body that crawls in holds a place that others need.</summary>
    private static readonly MinDataRate Pace = new(bytesPerSecond: 32 * 1024, TimeSpan.FromSeconds(5));

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

    /// <summary>
    /// Takes a notification whose signature holds: 200 when it is committed, 503 where it must come again. Whatever can be refused by its
    /// head alone is, before anything of its body is read.
    /// </summary>
    public async Task<IResult> Take(HttpRequest request, CancellationToken cancellation)
    {
        if (Signature.Read(request.Headers[Signature.Header]) is not { } signature)
            return Results.StatusCode(StatusCodes.Status401Unauthorized);
        var (address, length) = (request.HttpContext.Connection.RemoteIpAddress, request.ContentLength);
        if (guard.Enter(address, length) is not StatusCodes.Status200OK and var refusal)
            return Refuse(request, refusal);
        byte[] body;
        try
        {
            body = await Read(request, cancellation);
        }
        catch (BadHttpRequestException broken) // too long, too slow or cut short
        {
            return Results.StatusCode(broken.StatusCode);
        }
        finally
        {
            guard.Leave(length);
        }

        if (!_signature.Holds(signature, body))
            return Forbid(address);
        if (Notification.Read(body, numbers, time.GetUtcNow()) is not { } notification)
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        foreach (var aside in notification.Aside.CountBy(why => why))
            LogAside(logger, aside.Value, aside.Key);
        return await Take(notification, cancellation);
    }

    private static IResult Refuse(HttpRequest request, int status)
    {
        if (status is not StatusCodes.Status413PayloadTooLarge)
            request.HttpContext.Response.Headers.RetryAfter = "60";
        return Results.StatusCode(status);
    }

    private IResult Forbid(IPAddress? address)
    {
        if (guard.Forged(address))
            LogForged(logger);
        return Results.StatusCode(StatusCodes.Status403Forbidden);
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
        request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize = WebhookGuard.LongestBody;
        if (WebhookGuard.IsLarge(request.ContentLength))
            request.HttpContext.Features.Get<IHttpMinRequestBodyDataRateFeature>()?.MinDataRate = Pace;
        return WholeBody.Read(request, cancellation);
    }

    [LoggerMessage(7401, LogLevel.Error, "A WhatsApp notification could not be taken whole; it comes again")]
    private static partial void LogTrouble(ILogger logger, Exception failure);

    [LoggerMessage(7405, LogLevel.Warning, "{Count} WhatsApp messages were set aside: {Why}")]
    private static partial void LogAside(ILogger logger, int count, SetAside why);

    [LoggerMessage(7407, LogLevel.Warning, "A WhatsApp notification was signed by another secret: forged, or AppSecret is not the app's. Of that network only small ones are read for a minute")]
    private static partial void LogForged(ILogger logger);
}
