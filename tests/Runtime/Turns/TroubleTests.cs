using System.Collections.Concurrent;
using ChatChannels.Conversation.Engine;
using ChatChannels.Host.Replay;
using ChatChannels.Runtime.Storage;
using ChatChannels.Tests.Ussd;
using Microsoft.Extensions.Logging;

namespace ChatChannels.Tests.Runtime.Turns;

/// <summary>A turn that cannot be kept leaves the session as it was, and the person with a sentence and a reference.</summary>
public sealed class TroubleTests
{
    [Theory]
    [InlineData("1", "fr")]
    [InlineData("2", "ar")]
    [InlineData("3", "en")]
    public async Task Hop_StoreThrows_IsANeutralSentenceAndNothingMoved(string key, string language)
    {
        var gate = new SlowStore.Gate();
        await using var service = await ReplayHost.Start(Scene.Now, builder => SlowStore.Put(builder, gate));
        var line = new Line(service.Http);
        await line.Hop("");
        await line.Type(key);
        var before = service.Store.Last;

        gate.Break("disk I/O error");
        var reply = await line.Type("1");
        Replies.AssertIs(service, language, CommonTexts.Trouble, reply);
        Assert.Same(before, service.Store.Last);

        gate.Heal();
        Assert.StartsWith("CON ", await line.Again(), StringComparison.Ordinal);
        Assert.Equal(before!.Version + 1, service.Store.Last!.Version);
    }

    [Theory]
    [InlineData(CommitResult.Stale, 4)]
    [InlineData(CommitResult.Clash, 4)]
    public async Task Hop_OvertakenFourTimes_IsDecidedAgainAndKeptOnce(CommitResult result, int times)
    {
        var gate = new SlowStore.Gate();
        await using var service = await ReplayHost.Start(Scene.Now, builder => SlowStore.Put(builder, gate));
        var line = new Line(service.Http);
        await line.Hop("");
        Overtake(gate, result, times);

        Assert.StartsWith("CON ", await line.Type("3"), StringComparison.Ordinal);

        Assert.Empty(gate.Answers);
        Assert.Equal((2, 2), (service.Store.Last!.Version, service.Store.Last.Turns));
    }

    [Theory]
    [InlineData(CommitResult.Stale)]
    [InlineData(CommitResult.Clash)]
    public async Task Hop_OvertakenFiveTimes_IsTroubleAndNothingMoved(CommitResult result)
    {
        var gate = new SlowStore.Gate();
        await using var service = await ReplayHost.Start(Scene.Now, builder => SlowStore.Put(builder, gate));
        var line = new Line(service.Http);
        await line.Hop("");
        var before = service.Store.Last;
        Overtake(gate, result, 5);

        Replies.AssertIs(service, "fr", CommonTexts.Trouble, await line.Type("3"));

        Assert.Same(before, service.Store.Last);
        Assert.Empty(gate.Answers);
    }

    [Fact]
    public async Task Hop_AllGoesWrong_LogsNothingThatWasTyped()
    {
        using var log = new Captured();
        var gate = new SlowStore.Gate();
        await using var service = await ReplayHost.Start(
            Scene.Now,
            builder =>
            {
                builder.Logging.AddProvider(log);
                SlowStore.Put(builder, gate);
            },
            "--Logging:LogLevel:Default", "Trace", "--Logging:LogLevel:Microsoft.AspNetCore", "Trace", "--Logging:Console:LogLevel:Default", "None");
        var walk = Walk.Sample(0);
        var line = new Line(service.Http) { Phone = walk.Phone };
        await line.Hop("");
        foreach (var answer in walk.Answers)
        {
            gate.Break("the disk is full");
            await line.Type(answer);
            gate.Heal();
            await line.Again();
        }

        var receipt = service.Store.Last!.Answers;
        await Walk.Confirm(line);

        string[] personal = ["surname", "given-names", "birth-date", "father-name", "mother-name", "id-number", "id-expiry", "phone", "email", "town", "employer-name", "secret-code"];
        string[] typed = [.. personal.Select(name => walk.ByName.GetValueOrDefault(name) ?? receipt[name]!), walk.Phone, walk.Phone[1..], .. personal.Select(name => receipt[name]!)];
        Assert.Contains(log.Lines, line => line.Contains("the disk is full", StringComparison.Ordinal)); // it is the log that is searched
        Assert.All(typed, answer => Assert.True(answer.Length > 1));
        Assert.All(log.Lines, line => Assert.All(typed, answer => Assert.DoesNotContain(answer, line, StringComparison.OrdinalIgnoreCase)));
    }

    private static void Overtake(SlowStore.Gate gate, CommitResult result, int times)
    {
        for (var i = 0; i < times; i++)
            gate.Answers.Enqueue(result);
    }

    /// <summary>Everything that is logged, as text.</summary>
    private sealed class Captured : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            Lines.Enqueue(state.ToString() ?? "");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
