using ChatChannels.Runtime.Storage;
using ChatChannels.Runtime.Storage.Keys;
using ChatChannels.Services;

namespace ChatChannels.Tests.Runtime.Verification;

/// <summary>What is known of a line: unknown until it has proven possession here for long enough, and again after a long silence.</summary>
public abstract class LineHistoryContract(StorageKind kind) : CodeTest(kind)
{
    private const string Phone = "+237650000001";
    private const int RecentDays = 7;

    [Fact]
    public async Task HasChanged_NeverSeen_IsUnknown() => Assert.Null(await Ask(Phone));

    [Theory]
    [InlineData(0, null)]
    [InlineData(6, null)]
    [InlineData(7, false)]
    [InlineData(90, false)]
    [InlineData(91, null)]
    public async Task HasChanged_DaysAfterTheFirstProof_IsKnownForAWhile(int days, bool? expected)
    {
        await See();
        Clock.Pass(TimeSpan.FromDays(days));

        Assert.Equal(expected, await Ask(Phone));
        Assert.Null(await Ask("+237650000002"));
    }

    [Fact]
    public async Task HasChanged_SeenAgainAndAgain_StaysKnown()
    {
        for (var month = 0; month < 6; month++)
        {
            await See();
            Clock.Pass(TimeSpan.FromDays(30));
        }

        Assert.False(await Ask(Phone));
    }

    [Fact]
    public async Task HasChanged_SeenAgainAfterALongSilence_BeginsAnew()
    {
        await See();
        Clock.Pass(TimeSpan.FromDays(120));
        await See();

        Assert.Null(await Ask(Phone));
        Clock.Pass(TimeSpan.FromDays(RecentDays));
        Assert.False(await Ask(Phone));
    }

    [Fact]
    public async Task HasChanged_NumberNewOnFile_HasChangedHoweverLongItWasSeen()
    {
        await See();
        Clock.Pass(TimeSpan.FromDays(30));

        Assert.True(await Node.LineHistory.HasChanged(Phone, Today.AddDays(-1), Today.AddDays(-RecentDays), Today, Stop));
    }

    [Fact]
    public async Task See_SeveralAtOnce_IsOneLine()
    {
        var now = Clock.GetUtcNow();
        var seen = new Change.SeeLine(new KeyedSecrets(Node.Keys).Hash(Change.SeeLine.Subject, Phone), now, now);

        await Together(Node, [new Unit(null, [seen]), new Unit(null, [seen, seen])]);

        Assert.Equal(1, await Count("lines"));
    }

    [Theory]
    [InlineData(90, 1)]
    [InlineData(92, 0)]
    public async Task Sweep_LineSilentForTooLong_IsForgotten(int days, long kept)
    {
        await See();
        Clock.Pass(TimeSpan.FromDays(days));

        await Node.Challenges.Sweep(Clock.GetUtcNow().AddDays(-1), Today.AddDays(-2), Stop);

        Assert.Equal(kept, await Count("lines"));
    }

    private async Task See()
    {
        var now = Clock.GetUtcNow();
        await Commit(new Unit(null, [new Change.SeeLine(new KeyedSecrets(Node.Keys).Hash(Change.SeeLine.Subject, Phone), now, now)]));
    }

    private Task<bool?> Ask(string phone) => Node.LineHistory.HasChanged(phone, new DateOnly(2020, 1, 1), Today.AddDays(-RecentDays), Today, Stop);
}
