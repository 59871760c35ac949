using System.Diagnostics;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Runtime.Delivery;
using ChatChannels.Services.Claims;
using ChatChannels.Services.Requests;
using static ChatChannels.Tests.Runtime.Registry.RegisterSample;

namespace ChatChannels.Tests.Runtime.Registry;

/// <summary>A fund's own register, asked over the wire, keeps the register's promises; when it does not answer, that is known in time.</summary>
public sealed class RemoteRegisterTests
{
    private static readonly FundId Fund = Storage.Samples.Fund;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Register_Remote_KeepsThePromises()
    {
        await using var bed = await RemoteBed.Open();

        await RegisterContract.PeopleAreFoundByAllTheirFactsOrNot(new OneFund(bed.Register, Fund));
        await RegisterContract.RecordsAreWhole(new OneFund(bed.Register, Fund));
        await RegisterContract.FactsAreConfirmedOrNot(bed.Register);
        await RegisterContract.ClaimsComeNewestFirstAndWhole(bed.Register);
    }

    [Fact]
    public async Task Claims_CodeOfTheFund_IsMappedAndAStrangeOneIsNoAnswer()
    {
        await using var bed = await RemoteBed.Open();
        var claim = bed.Book.Claims.First();
        bed.Book.Put(claim with { State = "LIQ" });
        Assert.Contains(await bed.Register.Claims(Fund, Insured, Stop), told => told.State is ClaimState.Settled);

        bed.Book.Put(claim with { State = "SOLD" });

        await Assert.ThrowsAsync<InvalidDataException>(() => bed.Register.Claims(Fund, Insured, Stop));
    }

    [Fact]
    public async Task Get_SlowRegister_IsGivenUpInTime()
    {
        await using var bed = await RemoteBed.Open();
        bed.Faults.Slowness = TimeSpan.FromSeconds(30);

        var watch = Stopwatch.StartNew();
        await Assert.ThrowsAnyAsync<Exception>(() => bed.Register.Get(Fund, Insured, Stop));

        Assert.InRange(watch.Elapsed, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2.3));
    }

    [Fact]
    public async Task Get_OneCallInThreeFails_IsMostlyAnsweredAtTheSecondTry()
    {
        await using var bed = await RemoteBed.Open(options => options.Rest = TimeSpan.FromSeconds(0.5));
        bed.Faults.Errors = 1 / 3d;

        var answered = 0;
        for (var i = 0; i < 30; i++)
            answered += await Answers(bed) ? 1 : 0;

        Assert.InRange(answered, 20, 30);
        Assert.InRange(bed.Faults.Calls, answered + 1, 60);
    }

    [Fact]
    public async Task Get_RegisterDown_IsLeftAloneAndAskedAgainLater()
    {
        await using var bed = await RemoteBed.Open(options => options.Rest = TimeSpan.FromSeconds(0.5));
        bed.Faults.IsDown = true;
        for (var i = 0; i < 30; i++)
            Assert.False(await Answers(bed));
        Assert.InRange(bed.Faults.Calls, 10, 12);

        bed.Faults.Mend();
        var watch = Stopwatch.StartNew();
        while (!await Answers(bed))
            await Task.Delay(TimeSpan.FromMilliseconds(50), Stop);

        Assert.InRange(watch.Elapsed, TimeSpan.FromSeconds(0.1), TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task Get_WrongToken_IsNoAnswer()
    {
        await using var bed = await RemoteBed.Open(options => options.Token = "another-token-of-the-tests");

        await Assert.ThrowsAsync<HttpRequestException>(() => bed.Register.Get(Fund, Insured, Stop));
        Assert.Equal(SendResult.TryLater, await bed.Register.Deliver(Request(1), Stop));
    }

    [Fact]
    public async Task Deliver_SameKeyAgain_IsTakenOnceAndAnotherUnderItRefused()
    {
        await using var bed = await RemoteBed.Open();

        Assert.Equal(SendResult.Accepted, await bed.Register.Deliver(Request(1), Stop));
        Assert.Equal(SendResult.Accepted, await bed.Register.Deliver(Request(1), Stop));
        Assert.Equal(SendResult.Refused, await bed.Register.Deliver(Request(1) with { Kind = "other" }, Stop));

        var taken = Assert.Single(bed.Book.Requests);
        Assert.Equal(3, taken.Seen);
        Assert.Contains("\"kind\":\"declare-rib\",\"number\":\"100000001\",\"reference\":\"12345678\"", taken.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deliver_Error_IsForLater()
    {
        await using var bed = await RemoteBed.Open(options => options.DeliveryDeadline = TimeSpan.FromSeconds(0.3));
        bed.Faults.Errors = 1;
        Assert.Equal(SendResult.TryLater, await bed.Register.Deliver(Request(1), Stop));
        bed.Faults.Mend();
        bed.Faults.LostAnswers = 1;
        await Assert.ThrowsAnyAsync<Exception>(() => bed.Register.Deliver(Request(1), Stop));
        bed.Faults.Mend();
        bed.Faults.Slowness = TimeSpan.FromSeconds(30);

        await Assert.ThrowsAnyAsync<Exception>(() => bed.Register.Deliver(Request(2), Stop));

        Assert.Single(bed.Book.Requests);
    }

    private static async Task<bool> Answers(RemoteBed bed)
    {
        try
        {
            return await bed.Register.Get(Fund, Insured, Stop) is { Number: Insured };
        }
        catch (Exception failure) when (failure is HttpRequestException or Polly.ExecutionRejectedException)
        {
            return false;
        }
    }

    private static RegisterRequest Request(int n) => new()
    {
        Id = new Guid(n, 0, 0, new byte[8]),
        Fund = Fund,
        Kind = "declare-rib",
        Member = Insured,
        Filer = Storage.Samples.Phone(),
        Answers = AnswerSheet.None.With("rib", "011519000001205000534921"),
        Reference = "12345678",
        At = Storage.Samples.Noon,
    };
}
