using ChatChannels.Bot.WhatsApp.Sending;
using ChatChannels.Runtime.Delivery;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ChatChannels.Bot.WhatsApp.Receiving;

/// <summary>Takes reports on what was sent, in any order and however often they come: the highest counts. A failure that is news is told to the operators.</summary>
internal sealed partial class Reports(IDispatchLog dispatches, IOptions<BotOptions> options, ILogger<Reports> logger)
{
    public Task Take(IEnumerable<StatusReport> reports, CancellationToken cancellation) => Parallel.ForEachAsync(
        reports,
        new ParallelOptions { MaxDegreeOfParallelism = options.Value.WhatsApp.AtOnce, CancellationToken = cancellation },
        async (report, stop) =>
        {
            var isNews = await dispatches.Report(report.Of.Fund.Id, report.Id, report.Dispatch, report.State, stop);
            if (isNews && report.State is DispatchState.Failed)
                LogFailed(logger, report.Of.Fund.Id.Value, report.Of.Id, report.Error ?? 0, GraphFault.Of(report.Error).Kind);
        });

    [LoggerMessage(7402, LogLevel.Warning, "A WhatsApp message of {Fund} by {Number} was taken and then not delivered, code {Code}: {Kind}")]
    private static partial void LogFailed(ILogger logger, string fund, string number, int code, GraphFaultKind kind);
}
