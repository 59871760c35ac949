namespace ChatChannels.Tests.Bot.Connector;

/// <summary>Who is greeted when channels tell of arrivals, each in its own way.</summary>
public sealed class ArrivalTests
{
    private const string Bot = """{"id":"bot-1","name":"CNPS"}""";

    /// <summary>Azure's Direct Line tells twice, in the name of the conversation, and lets clients call themselves what they like.</summary>
    [Theory]
    [InlineData("directline", """[{"id":"bot-1"}]""", """[{"id":"5f3a"}]""")]
    [InlineData("directline", """[{"id":"bot-1"},{"id":"5f3a"}]""", """[{"id":"ada"}]""")]
    [InlineData("webchat", """[{"id":"bot-1"},{"id":"ada"}]""", """[{"id":"ada"}]""")]
    public async Task DirectLine_ToldByTheConversation_GreetsOnceAndHearsTheFirstWords(string channel, string first, string second)
    {
        await using var line = await BotLine.Start(channel);

        var greetings = await line.Say(Update(channel, "5f3a", "5f3a", first, "u1"));
        var more = await line.Say(Update(channel, "5f3a", "5f3a", second, "u2"));
        var answer = await line.Say(Message(channel, "5f3a", "ada", "1"));

        Assert.Single([.. greetings, .. more]);
        Assert.StartsWith("Vous êtes", (string?)Assert.Single(answer)["text"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Group_SomebodyAdded_IsGreetedOnceAndNotWhoAddedThem()
    {
        await using var line = await BotLine.Start("msteams");

        var greeting = Assert.Single(await line.Say(Update("msteams", "team", "adder", """[{"id":"ada"}]""", "u1", group: true)));
        var again = await line.Say(Update("msteams", "team", "adder", """[{"id":"ada"}]""", "u2", group: true));
        var adder = await line.Say(Message("msteams", "team", "adder", "1", group: true));

        Assert.Equal("ada", (string?)greeting["recipient"]!["id"]);
        Assert.Empty(again);
        Assert.StartsWith("CNPS", (string?)Assert.Single(adder)["text"], StringComparison.Ordinal); // their own conversation begins only now
    }

    [Fact]
    public async Task Group_SeveralAdded_AreGreetedEachUnderAnIdOfItsOwn()
    {
        await using var line = await BotLine.Start("groupme");

        var greetings = await line.Say(Update("groupme", "g", "adder", """[{"id":"ada"},{"id":"bob"},{"id":"ada"},{"id":"bot-1"}]""", "u1", group: true));

        Assert.Equal(["ada", "bob"], greetings.Select(greeting => (string?)greeting["recipient"]!["id"]), StringComparer.Ordinal);
        Assert.Equal(2, greetings.Select(greeting => (string?)greeting["id"]).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("""[{"id":"bot-1"}]""")]
    [InlineData("""[{"id":"another","role":"bot"}]""")]
    [InlineData("[]")]
    [InlineData("[null,{}]")]
    [InlineData("null")]
    public async Task Nobody_ButBots_IsGreeted(string members)
    {
        await using var line = await BotLine.Start("msteams");

        Assert.Empty(await line.Say(Update("msteams", "c", "bot-1", members, "u1")));
        Assert.Empty(line.Bot.Store.Sessions);
    }

    private static string Update(string channel, string conversation, string from, string members, string id, bool group = false) =>
        Whole(channel, conversation, from, group, $$""" "type":"conversationUpdate","id":"{{id}}","membersAdded":{{members}} """);

    private static string Message(string channel, string conversation, string from, string text, bool group = false) =>
        Whole(channel, conversation, from, group, $$""" "type":"message","id":"m-{{from}}","text":"{{text}}" """);

    private static string Whole(string channel, string conversation, string from, bool group, string more) =>
        $$"""
        {{{more}},"channelId":"{{channel}}","serviceUrl":"SERVICE","locale":"fr-FR","deliveryMode":"expectReplies","timestamp":"2026-03-05T09:00:00Z",
        "conversation":{"id":"{{conversation}}","isGroup":{{(group ? "true" : "false")}}},"from":{"id":"{{from}}"},"recipient":{{Bot}}}
        """;
}
