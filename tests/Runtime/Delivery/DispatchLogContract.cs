using ChatChannels.Conversation;
using ChatChannels.Runtime.Delivery;
using ChatChannels.Runtime.Storage;
using ChatChannels.Tests.Runtime.Storage;
using static ChatChannels.Tests.Runtime.Storage.Samples;

namespace ChatChannels.Tests.Runtime.Delivery;

/// <summary>What every log of dispatches promises.</summary>
public abstract class DispatchLogContract(StorageKind kind) : StorageTest(kind)
{
    private const string Carrier = "wamid.HBgMMjM3NjU1NTUwMDAx";

    private static readonly Dispatch First = new(new Guid("00000000-0000-0000-0000-000000000001"), 0);
    private static readonly Dispatch Second = First with { Part = 1 };

    [Fact]
    public async Task Begin_New_MayBeHandedOverAndIsKnownAfterARestart()
    {
        Assert.Null(await Node.Dispatches.Begin(First, Noon, Stop));
        Assert.Null(await Node.Dispatches.Begin(Second, Noon, Stop));
        await Reopen();

        Assert.Equal(DispatchState.Begun, await Node.Dispatches.Begin(First, Noon, Stop));
    }

    [Fact]
    public async Task Take_Begun_IsNeverToBeHandedOverAgain()
    {
        await Node.Dispatches.Begin(First, Noon, Stop);
        await Node.Dispatches.Take(Fund, First, Carrier, Stop);
        await Node.Dispatches.Release(First, Stop);

        Assert.Equal(DispatchState.Taken, await Node.Dispatches.Begin(First, Noon, Stop));
    }

    [Fact]
    public async Task Release_Begun_MayBeHandedOverAgain()
    {
        await Node.Dispatches.Begin(First, Noon, Stop);
        await Node.Dispatches.Release(First, Stop);

        Assert.Null(await Node.Dispatches.Begin(First, Noon, Stop));
    }

    [Theory]
    [InlineData("Sent Delivered Read", "news news news", DispatchState.Read)]
    [InlineData("Read Delivered Sent", "news - -", DispatchState.Read)]
    [InlineData("Sent Sent Failed Failed Sent", "news - news - -", DispatchState.Failed)]
    [InlineData("Delivered Failed", "news -", DispatchState.Delivered)]
    [InlineData("Failed Delivered", "news news", DispatchState.Delivered)]
    public async Task Report_InAnyOrder_TheHighestCounts(string reports, string expected, DispatchState last)
    {
        await Node.Dispatches.Begin(First, Noon, Stop);
        await Node.Dispatches.Take(Fund, First, Carrier, Stop);
        var news = new List<string>();

        foreach (var report in reports.Split(' '))
            news.Add(await Node.Dispatches.Report(Fund, Carrier, null, Enum.Parse<DispatchState>(report), Stop) ? "news" : "-");

        Assert.Equal(expected, string.Join(' ', news));
        Assert.Equal(last, await Node.Dispatches.Begin(First, Noon, Stop));
    }

    [Fact]
    public async Task Report_BeforeItWasTaken_CountsByOurOwnId()
    {
        await Node.Dispatches.Begin(Second, Noon, Stop);

        Assert.True(await Node.Dispatches.Report(Fund, Carrier, Second, DispatchState.Delivered, Stop));
        await Node.Dispatches.Take(Fund, Second, Carrier, Stop);

        Assert.False(await Node.Dispatches.Report(Fund, Carrier, null, DispatchState.Sent, Stop));
        Assert.Equal(DispatchState.Delivered, await Node.Dispatches.Begin(Second, Noon, Stop));
    }

    [Fact]
    public async Task Report_OfNoneOrOfAnotherFund_IsNoNews()
    {
        await Node.Dispatches.Begin(First, Noon, Stop);
        await Node.Dispatches.Take(Fund, First, Carrier, Stop);

        Assert.False(await Node.Dispatches.Report(Fund, "wamid.other", null, DispatchState.Failed, Stop));
        Assert.False(await Node.Dispatches.Report(new FundId("other"), Carrier, null, DispatchState.Failed, Stop));
    }

    [Fact]
    public async Task Sweep_Old_IsForgotten()
    {
        await Node.Dispatches.Begin(First, Noon, Stop);
        await Node.Dispatches.Begin(Second, Noon.AddDays(2), Stop);

        Assert.Equal(1, await Node.Dispatches.Sweep(Noon.AddDays(1), Stop));

        Assert.Equal(1, await Count("dispatches"));
    }
}
