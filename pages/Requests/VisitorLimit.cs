using ChatChannels.Pages.Views;
using ChatChannels.Runtime.Limits;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace ChatChannels.Pages.Requests;

/// <summary>Counts what a network address asks of the pages, in memory and in this node alone, before anything is read for it.</summary>
internal sealed class VisitorLimit(Visits visits, IOptions<PagesOptions> options, TimeProvider time) : IEndpointFilter
{
    private const int Networks = 1 << 16;

    private readonly RateTable _requests = new(new Rate(options.Value.RequestsPerMinute, TimeSpan.FromMinutes(1)), Networks);

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (_requests.TryTake(NetworkParty.Of(http.Connection.RemoteIpAddress), Rate.Now(time)))
            return await next(context);
        http.Response.Headers.RetryAfter = "60";
        var visit = visits.Astray(http);
        return new PageResult(visit, NoticeViews.TooMany(visit.Words));
    }
}
