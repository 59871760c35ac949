using System.Collections.Immutable;
using ChatChannels.Conversation.Flows;
using ChatChannels.Services.Actions;
using ChatChannels.Services.Verification;

namespace ChatChannels.Services.Messages;

/// <summary>
/// Holds back what goes beyond the allowances of messages to addresses that were typed and never proven. Nothing else of what was
/// decided is lost; the person is to be told that what is on the screen is all there is.
/// </summary>
public sealed class NoticeLimits(IAllowances allowances)
{
    /// <summary>What an address that nobody has proven may get, codes that are to prove it included; in all funds together.</summary>
    public static Allowance Unproven(Fund fund, string to) => new($"notices:to:{to}", NoticePolicy.Of(fund).PerRecipient);

    /// <summary>Filters what a turn or a page decided.</summary>
    /// <returns>What may be written, and whether messages were held back and none is left.</returns>
    public Task<(ImmutableArray<Change> Changes, bool IsHeldBack)> Filter(ActionRequest request, ImmutableArray<Change> changes, CancellationToken cancellation)
    {
        var policy = NoticePolicy.Of(request.Fund);
        var asker = request.Network is { } network
            ? new Allowance($"notices:{request.Fund.Id}:{network.Subject}", policy.PerNetwork)
            : new Allowance($"notices:line:{request.Address.Value}", policy.PerLine);
        return Filter(changes, message => [Unproven(request.Fund, message.To), asker], (request.Now, request.Today), cancellation);
    }

    /// <summary>
    /// Filters what a processing run decided. Results have an allowance of their own, so that what came before in the same case leaves
    /// room for them.
    /// </summary>
    public async Task<ImmutableArray<Change>> FilterResults(
        Fund fund, ImmutableArray<Change> changes, DateTimeOffset now, DateOnly today, CancellationToken cancellation)
    {
        var most = NoticePolicy.Of(fund).PerRecipient;
        return (await Filter(changes, message => [new Allowance($"results:to:{message.To}", most)], (now, today), cancellation)).Changes;
    }

    private async Task<(ImmutableArray<Change> Changes, bool IsHeldBack)> Filter(
        ImmutableArray<Change> changes, Func<Message, ImmutableArray<Allowance>> limits, (DateTimeOffset Now, DateOnly Today) at, CancellationToken cancellation)
    {
        var kept = ImmutableArray.CreateBuilder<Change>(changes.Length);
        foreach (var change in changes)
        {
            if (change is not Change.Send { Message: { IsTyped: true } message }
                || await allowances.Take(limits(message), at.Today, at.Now, cancellation) is Allowed.Granted)
                kept.Add(change);
        }

        return (kept.ToImmutable(), kept.Count < changes.Length && !kept.Any(change => change is Change.Send));
    }
}
