using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Host.Replay;

namespace ChatChannels.Hostility;

/// <summary>
/// Plays hostile callbacks against a service started with <see cref="Gateway.Settings"/>, several at once, over eight days
/// of its clock, and tells every reply that may not be, every honest call that was moved or shown, and every invariant broken.
/// </summary>
public sealed class HostileRun(ReplayHost service)
{
    private const int Honest = 30;
    private const int AtOnce = 16;

    private static readonly TimeSpan Days = TimeSpan.FromDays(8);

    private readonly ConcurrentQueue<string> _faults = [];
    private readonly ConcurrentQueue<string> _late = [];
    private readonly ConcurrentDictionary<int, int> _statuses = [];
    private long _slowest;
    private int _hangs;

    public async Task<HostileReport> Play(int seed, int count)
    {
        var gateways = Enumerable.Range(0, AtOnce).Select(_ => new RawGateway(service.Http.BaseAddress!)).ToImmutableArray();
        var honest = ImmutableArray.CreateBuilder<HonestCall>();
        for (var number = 0; number < Honest; number++)
            honest.Add(await HonestCall.Begin(gateways[0], number));
        var calls = honest.ToImmutable();
        await Send(new HostileCallbacks(seed, calls), count, gateways, calls);
        foreach (var call in calls)
            await CheckUnmoved(gateways[0], call);
        foreach (var gateway in gateways)
            gateway.Dispose();
        return new HostileReport(seed, count, _statuses.ToImmutableSortedDictionary())
        {
            Slowest = new TimeSpan(_slowest),
            Late = [.. _late],
            Hangs = _hangs,
            Misbehaviour = [.. _faults],
            Broken = await StoreInvariants.Broken(service.Services),
        };
    }

    private async Task Send(HostileCallbacks callbacks, int count, ImmutableArray<RawGateway> gateways, ImmutableArray<HonestCall> honest)
    {
        for (var sent = 0; sent < count; sent += AtOnce)
        {
            var batch = Enumerable.Range(sent, Math.Min(AtOnce, count - sent)).Select(number => (Number: number, Callback: callbacks.Next())).ToList();
            await Task.WhenAll(batch.Select((entry, place) => Send(entry.Number, entry.Callback, gateways[place], honest)));
            service.Clock.Pass(Days * AtOnce / count);
        }
    }

    private async Task Send(int number, HostileCallback callback, RawGateway gateway, ImmutableArray<HonestCall> honest)
    {
        var caught = await gateway.Send(callback);
        if (caught.Took > AllowedReplies.Longest) // the machine may have been busy; what hangs of itself hangs again
        {
            _late.Enqueue(string.Create(CultureInfo.InvariantCulture, $"callback {number} ({callback.Kind}): {caught.Status} after {caught.Took.TotalSeconds:0.00} s"));
            caught = await gateway.Send(callback);
            if (caught.Took > AllowedReplies.Longest)
                Interlocked.Increment(ref _hangs);
        }

        _statuses.AddOrUpdate(caught.Status, 1, (_, times) => times + 1);
        InterlockedMax(caught.Took.Ticks);
        var fault = AllowedReplies.Fault(callback, caught) ?? Leak(callback, caught, honest);
        if (fault is not null)
            _faults.Enqueue(string.Create(CultureInfo.InvariantCulture, $"callback {number} ({callback.Kind}): {fault}; sent {Excerpt(callback)}"));
    }

    /// <summary>Only a copy of an honest call's own request may show what that person typed.</summary>
    private static string? Leak(HostileCallback callback, Caught caught, ImmutableArray<HonestCall> honest)
    {
        var reply = Encoding.UTF8.GetString(caught.Body);
        return callback.Expected is null && honest.Any(call => reply.Contains(call.Marker, StringComparison.OrdinalIgnoreCase))
            ? "somebody else's answer was shown"
            : null;
    }

    private async Task CheckUnmoved(RawGateway gateway, HonestCall call)
    {
        var key = new SessionKey(new FundId("cnps-cm"), Channel.Ussd, $"{call.Session} {call.Phone}");
        var address = new Address(Channel.Ussd, call.Phone, Proof.Possessed);
        var session = (await service.Store.Find(key, address, CancellationToken.None)).Session?.Session;
        if (session?.Version != call.Texts.Length)
            _faults.Enqueue($"{call.Session} was moved to version {session?.Version}, it had {call.Texts.Length}.");
        for (var hop = 0; hop < call.Texts.Length; hop++)
        {
            if (!(await gateway.Send(call.Request(call.Texts[hop]))).Body.AsSpan().SequenceEqual(call.Replies[hop]))
                _faults.Enqueue(string.Create(CultureInfo.InvariantCulture, $"{call.Session} is answered otherwise at hop {hop}."));
        }
    }

    private void InterlockedMax(long ticks)
    {
        for (var seen = Interlocked.Read(ref _slowest); ticks > seen; seen = Interlocked.Read(ref _slowest))
            Interlocked.CompareExchange(ref _slowest, ticks, seen);
    }

    private static string Excerpt(HostileCallback callback)
    {
        const int most = 300;
        var shown = Uri.EscapeDataString(Encoding.Latin1.GetString(callback.Raw ?? callback.Body));
        return $"{callback.Method} {callback.Target} {(shown.Length > most ? shown[..most] : shown)}";
    }
}
