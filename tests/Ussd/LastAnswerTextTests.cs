using ChatChannels.Host.Replay;

namespace ChatChannels.Tests.Ussd;

/// <summary>A <c>text</c> that carries only the last answer: only time tells a copy from the same answer given again.</summary>
public sealed class LastAnswerTextTests : IAsyncLifetime
{
    private ReplayHost _service = null!;

    public async ValueTask InitializeAsync() => _service = await ReplayHost.Start(Scene.Now, "--Ussd:AfricasTalking:Text", "LastAnswer");

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1999, 1)]
    [InlineData(2000, 2)]
    public async Task Hop_SameTextAgain_IsACopyWithinTwoSeconds(int milliseconds, int turns)
    {
        var line = new Line(_service.Http);
        var before = await line.Hop("");
        _service.Clock.Pass(TimeSpan.FromSeconds(5));
        var first = await line.Hop("1");
        _service.Clock.Pass(TimeSpan.FromMilliseconds(milliseconds));
        var second = await line.Hop("1");

        Assert.NotEqual(before, first, StringComparer.Ordinal);
        Assert.Equal(turns is 1, string.Equals(first, second, StringComparison.Ordinal));
        Assert.Equal(1 + turns, _service.Store.Last!.Turns);
    }

    [Fact]
    public async Task Hop_DialTwice_IsACopyWithinTwoSeconds()
    {
        var line = new Line(_service.Http);

        Assert.Equal(await line.Hop(""), await line.Hop(""));
        Assert.Equal(1, _service.Store.Last!.Turns);
    }

    [Fact]
    public async Task Hop_OneAnswerAfterTheOther_IsReadAlone()
    {
        var line = new Line(_service.Http);
        foreach (var answer in new[] { "", "1", "1", "1", "A*B", "ESSAI" })
        {
            await line.Hop(answer);
            _service.Clock.Pass(TimeSpan.FromSeconds(4));
        }

        Assert.Equal("ESSAI", _service.Store.Last!.Answers["surname"]);
    }

    [Fact]
    public async Task Hop_CopiesBehindASlowTurn_AreCopiesOfIt()
    {
        var gate = new SlowStore.Gate();
        await using var service = await ReplayHost.Start(Scene.Now, builder => SlowStore.Put(builder, gate), "--Ussd:AfricasTalking:Text", "LastAnswer");
        var line = new Line(service.Http);
        await line.Hop("");
        service.Clock.Pass(TimeSpan.FromSeconds(5));

        gate.Close();
        Task<string>[] hops = [line.Hop("1"), line.Hop("1"), line.Hop("1")];
        await gate.Reached;
        await Task.WhenAll(hops); // each was told that it takes long
        service.Clock.Pass(TimeSpan.FromSeconds(10));
        gate.Open();
        var answer = await line.Hop("1");

        Assert.StartsWith("CON ", answer, StringComparison.Ordinal);
        Assert.Equal(3, service.Store.Last!.Turns); // the dial, one answer however often it came, and the one after ten seconds
    }
}
