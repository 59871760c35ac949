using ChatChannels.Conversation.Engine;
using ChatChannels.Host.Replay;
using ChatChannels.Runtime.Storage;
using ChatChannels.Services;

namespace ChatChannels.Tests.Ussd;

/// <summary>A <c>text</c> that carries all that was typed since the dial, as the gateway, or a broken network, may send it.</summary>
public sealed class CumulativeTextTests : IAsyncLifetime
{
    private ReplayHost _service = null!;

    public async ValueTask InitializeAsync() => _service = await ReplayHost.Start(Scene.Now);

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Theory]
    [InlineData("A*B")]
    [InlineData("*")]
    [InlineData("**7**")]
    [InlineData("")]
    public async Task Hop_AnswerWithAsterisksOrNothing_IsOneAnswer(string answer)
    {
        var line = await AtSurname();

        var refused = await line.Type(answer);
        await line.Type("ESSAI");

        Assert.StartsWith("CON ", refused, StringComparison.Ordinal);
        Assert.Equal("ESSAI", Last.Answers["surname"]);
        Assert.Equal(6, Last.Turns);
    }

    [Theory]
    [InlineData("sessionId=s&phoneNumber=+237650000001&serviceCode=*237*1%23&text=")]
    [InlineData("sessionId=s&phoneNumber=%2B237650000001&serviceCode=*237*1%23")]
    [InlineData("sessionId=s&phoneNumber=237650000001&serviceCode=*237*1&text&networkCode=62401")]
    [InlineData("text=&later=x&later=y&serviceCode=%20*237*1%23&phoneNumber=%2B237650000001&sessionId=s&hopsMetadata=")]
    public async Task Hop_SloppyDial_IsADial(string body)
    {
        var expected = await new Line(_service.Http) { Phone = "+237650000009" }.Hop("");

        using var response = await Line.PostRaw(_service.Http, System.Text.Encoding.UTF8.GetBytes(body));

        Assert.Equal(expected, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("+237650000001", Last.Address.Value);
    }

    [Fact]
    public async Task Hop_Reply_IsPlainTextThatStartsAtItsFirstByte()
    {
        using var response = await new Line(_service.Http).Post(("text", ""));

        Assert.Equal("text/plain; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("CON "u8.ToArray(), (await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken))[..4]);
    }

    [Fact]
    public async Task Hop_RedialledBeforeALanguageWasChosen_AsksForItAgain()
    {
        var (first, second) = (new Line(_service.Http), new Line(_service.Http) { Session = "ATUid_2" });

        var asked = await first.Hop("");
        await first.End("Incomplete");

        Assert.Equal(asked, await second.Hop(""));
        await second.Type("3");
        await new Line(_service.Http) { Session = "ATUid_3" }.Hop("");
        Assert.Equal(("en", Life.AtMenu), (Last.Language.Code, Last.Life));
    }

    [Theory]
    [InlineData("*237*1*1#", "", "scheme")]
    [InlineData("*237*1*1*2#", "", "surname")]
    [InlineData("*237*1#", "1", "scheme")]
    [InlineData("*237*1#", "1*2", "surname")]
    [InlineData("*237*1#", "1*2#", "surname")]
    [InlineData("*237*1*1", "2", "surname")]
    [InlineData("*237*1#", "1*2*ESSAI", "surname")] // never a personal answer
    public async Task Hop_DialledWithMoreDigits_OpensTheServiceAndGoesOnFromThere(string code, string text, string state)
    {
        var line = new Line(_service.Http) { Code = code };

        await line.Hop(text);
        var dialled = Last.Top.State;
        await line.Hop(text + (text.Length == 0 ? "" : "*") + (state is "scheme" ? "1" : "ESSAI"));

        Assert.Equal(state, dialled);
        Assert.Equal(state is "scheme" ? "surname" : "given-names", Last.Top.State);
    }

    [Fact]
    public async Task Hop_OlderText_GetsItsVeryOwnReplyAgain()
    {
        var line = new Line(_service.Http);
        string[] texts = ["", "1", "1*1", "1*1*1", "1*1*1*", "1*1*1**ESSAI", "1*1*1**ESSAI*Aline"];
        var replies = new List<string>();
        foreach (var text in texts)
            replies.Add(await line.Hop(text));
        var (version, _) = (Last.Version, _service.Store.TakeChanges());

        int[] shuffled = [5, 0, 3, 6, 4, 1, 2, 0];
        foreach (var i in shuffled)
            Assert.Equal(replies[i], await line.Hop(texts[i]));

        Assert.Equal(texts.Length, replies.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(version, Last.Version);
        Assert.Empty(_service.Store.TakeChanges());
    }

    [Theory]
    [InlineData("2*1*1")]
    [InlineData("1*12")]
    [InlineData("1*1*1x")]
    public async Task Hop_TextThatCannotFollow_AsksToDialAgainAndDoesNothing(string text)
    {
        var line = await AtSurname();
        var before = Last;

        var reply = await line.Hop(text);

        Assert.Equal(Scene.Common(_service, "fr", "errors.restart").Replace("{service-code}", "*237*1#", StringComparison.Ordinal), reply["END ".Length..]);
        Assert.Same(before, Last);
        Assert.StartsWith("CON ", await line.Type("ESSAI"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hop_ThirtyTwoTimesAtOnce_HasOneEffectAndOneReply()
    {
        var line = new Line(_service.Http) { Phone = "+237650000011" };
        var answers = Walk.Sample(0).Answers;
        foreach (var answer in answers[..^1])
            await line.Type(answer);
        _service.Store.TakeChanges();
        var version = Last.Version;

        await line.Type(answers[^1]);
        var copies = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => line.Again()));
        var changes = _service.Store.TakeChanges();

        Assert.Single(copies.Distinct(StringComparer.Ordinal));
        Assert.Single(changes.OfType<Change.OpenCase>());
        Assert.Equal(2, changes.OfType<Change.Send>().Count());
        Assert.Equal(version + 1, Last.Version);
    }

    [Fact]
    public async Task Hop_FirstTimeThirtyTwoTimesAtOnce_IsOneTurn()
    {
        var line = new Line(_service.Http);

        var copies = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => line.Hop("")));

        Assert.Single(copies.Distinct(StringComparer.Ordinal));
        Assert.Equal(1, Last.Version);
    }

    [Fact]
    public async Task Hop_TwoSessionsOfOnePhone_EachGetTheirOwn()
    {
        var (first, second) = (await AtSurname("ATUid_a"), new Line(_service.Http) { Session = "ATUid_b" });

        var offer = await second.Hop("");
        var started = await first.Type("ESSAI");
        var menu = await second.Type("2");

        Assert.Equal(3, new[] { offer, started, menu }.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(started, await first.Again());
        Assert.Equal(menu, await second.Again());
        Assert.Equal("ESSAI", (await Stored(first)).Session.Answers["surname"]);
        Assert.False((await Stored(second)).Session.Answers.Has("surname"));
    }

    [Fact]
    public async Task Hop_TwoPhonesWithOneSessionId_AreTwoSessions()
    {
        await AtSurname();
        var other = new Line(_service.Http) { Phone = "+237650000002" };

        Assert.Equal(await new Line(_service.Http) { Session = "new", Phone = "+237650000003" }.Hop(""), await other.Hop(""));
        Assert.Equal(1, (await Stored(other)).Session.Version);
    }

    private Session Last => _service.Store.Last!;

    private async Task<Line> AtSurname(string session = "ATUid_1")
    {
        var line = new Line(_service.Http) { Session = session };
        await line.Hop("");
        foreach (var answer in new[] { "1", "1", "1" })
            await line.Type(answer);
        return line;
    }

    private async Task<StoredSession> Stored(Line line) =>
        (await _service.Store.Find(Scene.Key(line), Scene.Address(line), TestContext.Current.CancellationToken)).Session!;
}
