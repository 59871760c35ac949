using System.Collections.Concurrent;
using ChatChannels.Conversation.Engine;
using ChatChannels.Host.Replay;
using ChatChannels.Runtime.Delivery;
using ChatChannels.Runtime.Registry;
using ChatChannels.Runtime.Registry.Late;
using ChatChannels.Runtime.Storage;
using ChatChannels.Services;
using ChatChannels.Services.Requests;
using ChatChannels.Tests.Runtime.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using static ChatChannels.Tests.Runtime.Storage.Samples;

namespace ChatChannels.Tests.Runtime.Registry;

/// <summary>Requests are tried until the register takes or refuses them, one member's in their order.</summary>
public sealed class RequestCourierTests() : StorageTest(StorageKind.Sqlite)
{
    private readonly ReplayClock _clock = new(Noon);
    private readonly ConcurrentQueue<string> _tried = [];

    [Fact]
    public async Task Round_RegisterDownForDays_NeverGivesUp()
    {
        await Ask("a");
        for (var i = 0; i < 500; i++)
        {
            await Courier(SendResult.TryLater).Round(Stop);
            _clock.Pass(TimeSpan.FromMinutes(10));
        }

        Assert.InRange(_tried.Count, 490, 500); // the waits grow to ten minutes
        await Courier(SendResult.Accepted).Round(Stop);
        Assert.Equal("delivered", await Bed.Ask<string>("SELECT state FROM register_outbox"));
        Assert.Equal(0, await Courier(SendResult.Accepted).Round(Stop));
    }

    [Fact]
    public async Task Round_Refused_IsNotTriedAgain()
    {
        await Ask("a");

        await Courier(SendResult.Refused).Round(Stop);
        _clock.Pass(TimeSpan.FromDays(1));

        Assert.Equal(0, await Courier(SendResult.Accepted).Round(Stop));
        Assert.Equal("failed", await Bed.Ask<string>("SELECT state FROM register_outbox"));
    }

    [Fact]
    public async Task Round_OneMembersRequests_KeepTheirOrder()
    {
        foreach (var kind in (string[])["a", "b", "c", "d"])
            await Ask(kind);

        await Courier(SendResult.Accepted).Round(Stop);

        Assert.Equal(["a", "b", "c", "d"], _tried, StringComparer.Ordinal);
    }

    [Fact]
    public async Task Round_CarrierThatHangs_IsGivenUpAfterHalfALease()
    {
        await Ask("a");

        var round = Courier(async stop => await Task.Delay(Timeout.InfiniteTimeSpan, stop), TimeSpan.FromSeconds(1)).Round(Stop);

        Assert.Equal(1, await round.WaitAsync(TimeSpan.FromSeconds(30), Stop));
        Assert.Equal("waiting", await Bed.Ask<string>("SELECT state FROM register_outbox"));
    }

    private Task Ask(string kind)
    {
        _clock.Pass(TimeSpan.FromTicks(1));
        return Commit(Unit(null, new Change.Ask(new RegisterRequest
        {
            Id = Message().Id,
            Fund = Fund,
            Kind = kind,
            Member = "100000001",
            Filer = Phone(),
            Answers = AnswerSheet.None,
            Reference = "12345678",
            At = _clock.GetUtcNow(),
        })));
    }

    private RequestCourier Courier(SendResult result) => Courier(new Carrier(this, _ => Task.FromResult(result)), TimeSpan.FromMinutes(1));

    private RequestCourier Courier(Func<CancellationToken, Task> hang, TimeSpan lease) => Courier(
        new Carrier(this, async stop =>
        {
            await hang(stop);
            return SendResult.Accepted;
        }),
        lease);

    private RequestCourier Courier(IRequestCarrier carrier, TimeSpan lease) => new(
        Node.RegisterOutbox, carrier, Options.Create(new RegisterOptions { Lease = lease }), _clock, NullLogger<RequestCourier>.Instance);

    private sealed class Carrier(RequestCourierTests test, Func<CancellationToken, Task<SendResult>> answer) : IRequestCarrier
    {
        public Task<SendResult> Deliver(RegisterRequest request, CancellationToken cancellation)
        {
            test._tried.Enqueue(request.Kind);
            return answer(cancellation);
        }
    }
}
