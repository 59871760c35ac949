using ChatChannels.Pages.Requests;
using ChatChannels.Pages.Views;
using ChatChannels.Services;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ChatChannels.Pages;

/// <summary>Around every page: a deadline, and a neutral page with a reference number when something fails behind it.</summary>
internal sealed partial class PageGuard(
    Visits visits, IIdSource ids, TimeProvider time, IOptions<PagesOptions> options, ILogger<PageGuard> logger) : IEndpointFilter
{
    private const int ReferenceDigits = 6;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var gone = http.RequestAborted;
        using var deadline = new CancellationTokenSource(Patience(http), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(gone, deadline.Token);
        http.RequestAborted = either.Token;
        try
        {
            return await next(context);
        }
#pragma warning disable CA1031 // the one broad catch of a page: the person gets a sentence and a reference, the log the exception
        catch (Exception failure) when (!gone.IsCancellationRequested)
#pragma warning restore CA1031
        {
            var reference = ids.NextDigits(ReferenceDigits);
            LogFailed(logger, failure, reference);
            var visit = visits.Astray(http);
            return new PageResult(visit, NoticeViews.Trouble(visit.Words, reference));
        }
        finally
        {
            http.RequestAborted = gone;
        }
    }

    private TimeSpan Patience(HttpContext http) => TimeSpan.FromSeconds(
        http.GetEndpoint()?.Metadata.GetMetadata<SlowBody>() is null ? options.Value.DeadlineSeconds : options.Value.UploadSeconds);

    [LoggerMessage(1001, LogLevel.Error, "A page failed, reference {Reference}")]
    private static partial void LogFailed(ILogger logger, Exception failure, string reference);
}
