using ChatChannels.Pages.Requests;
using ChatChannels.Pages.Views;
using ChatChannels.Runtime.Failures;
using ChatChannels.Services;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ChatChannels.Pages;

/// <summary>Around every page: a deadline, and a neutral page with a reference number when something fails behind it.</summary>
internal sealed class PageGuard(
    Visits visits, IIdSource ids, TimeProvider time, IOptions<PagesOptions> options, ILogger<PageGuard> logger) : IEndpointFilter, IDisposable
{
    private const int ReferenceDigits = 6;

    private readonly FailureLog _failures = new(logger, time);

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var gone = http.RequestAborted;
        using var deadline = new CancellationTokenSource(Patience(http), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(gone, deadline.Token);
        http.RequestAborted = either.Token;
        try
        {
            var page = await next(context);
            _failures.Succeeded();
            return page;
        }
#pragma warning disable CA1031 // the one broad catch of a page: the person gets a sentence and a reference, the log the exception
        catch (Exception failure) when (!gone.IsCancellationRequested)
#pragma warning restore CA1031
        {
            var reference = ids.NextDigits(ReferenceDigits);
            _failures.Failed("page", failure, reference);
            var visit = visits.Astray(http);
            return new PageResult(visit, NoticeViews.Trouble(visit.Words, reference));
        }
        finally
        {
            http.RequestAborted = gone;
        }
    }

    public void Dispose() => _failures.Dispose();

    private TimeSpan Patience(HttpContext http) => TimeSpan.FromSeconds(
        http.GetEndpoint()?.Metadata.GetMetadata<SlowBody>() is null ? options.Value.DeadlineSeconds : options.Value.UploadSeconds);
}
