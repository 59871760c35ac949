using ChatChannels.Runtime.Delivery;
using ChatChannels.Runtime.Failpoints;
using ChatChannels.Runtime.Storage;
using ChatChannels.Runtime.Storage.Register;
using ChatChannels.Services.Requests;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ChatChannels.Runtime.Registry.Late;

/// <summary>
/// Delivers requests to the registers, until each is taken or refused: the register knows a request again by its key, so that
/// one whose answer was lost is not done twice. One member's requests go one after the other.
/// </summary>
public sealed partial class RequestCourier(
    IRegisterOutbox outbox, IRequestCarrier carrier, IOptions<RegisterOptions> options, TimeProvider time, ILogger<RequestCourier> logger)
{
    private const int Batch = 100;

    /// <summary>Delivers everything that is due now; gives how many were handled.</summary>
    public async Task<int> Round(CancellationToken cancellation)
    {
        var handled = 0;
        while (true)
        {
            var taken = time.GetTimestamp();
            var due = await outbox.TakeRequests(time.GetUtcNow(), options.Value.Lease, Batch, cancellation);
            await Task.WhenAll(due.GroupBy(request => (request.What.Fund, Who(request.What))).Select(same => DeliverInOrder(same, taken, cancellation)));
            handled += due.Count;
            if (due.Count < Batch)
                return handled;
        }
    }

    /// <summary>Half a lease to begin a try, half a lease for its end: nobody else takes one that is still on its way.</summary>
    private TimeSpan Patience => options.Value.Lease / 2;

    private static string Who(RegisterRequest request) => request.Member.Length > 0 ? request.Member : request.Filer.Value;

    private async Task DeliverInOrder(IEnumerable<Due<RegisterRequest>> requests, long taken, CancellationToken cancellation)
    {
        foreach (var due in requests.TakeWhile(_ => time.GetElapsedTime(taken) < Patience))
            await Deliver(due, cancellation);
    }

    private async Task Deliver(Due<RegisterRequest> due, CancellationToken cancellation)
    {
        var result = await TryDeliver(due.What, cancellation);
        var now = time.GetUtcNow();
        var (state, next) = result switch
        {
            SendResult.Accepted => (DeliveryState.Delivered, (DateTimeOffset?)null),
            SendResult.TryLater => (DeliveryState.Waiting, now + options.Value.WaitAfter(due.Tries)),
            _ => (DeliveryState.Failed, null),
        };
        Failpoint.Reach(Failpoint.DuringDelivery);
        if (state is DeliveryState.Failed)
            LogRefused(logger, due.What.Fund.Value, due.What.Kind, due.What.Reference);
        await outbox.Settle(due.What.Id, state, next, now, cancellation);
    }

    private async Task<SendResult> TryDeliver(RegisterRequest request, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            return await carrier.Deliver(request, patience.Token).WaitAsync(Patience, time, cancellation);
        }
#pragma warning disable CA1031 // a register that cannot be reached is one to try again later
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogUnreached(logger, request.Fund.Value, failure.GetType().Name);
            await patience.CancelAsync();
            return SendResult.TryLater;
        }
    }

    [LoggerMessage(1302, LogLevel.Error, "{Fund}: the register refused the request {Kind}, reference {Reference}")]
    private static partial void LogRefused(ILogger logger, string fund, string kind, string reference);

    [LoggerMessage(1303, LogLevel.Warning, "{Fund}: a request could not be handed over ({Failure})")]
    private static partial void LogUnreached(ILogger logger, string fund, string failure);
}
