using ChatChannels.Bot.Activities;
using ChatChannels.Bot.Connector;
using ChatChannels.Tests.Conversation.Engine;

namespace ChatChannels.Tests.Bot.Connector;

/// <summary>A conversation's key is made of ids that others gave out: two conversations never share one.</summary>
public sealed class LetterTests
{
    [Fact]
    public void Exchange_IdsThatHoldTheSeparator_AreKeptApart()
    {
        (string Channel, string Conversation, string From)[] ids =
        [
            ("teams", "a b", "c"), ("teams", "a", "b c"), ("teams a", "b", "c"), ("teams", "a%20b", "c"), ("teams", "a%2520b", "c"),
            ("teams", "a%", "20b c"), ("teams", "a  b", "c"), ("teams", "a ", "b c"), ("teams", "a", " b c"),
        ];

        var keys = ids.Select(Exchange).ToHashSet(StringComparer.Ordinal);

        Assert.Equal(ids.Length, keys.Count);
    }

    [Fact]
    public void Exchange_OfIdsWithoutTheSeparator_IsAsItWas() =>
        Assert.Equal("msteams 19:abc@thread.v2 29:1a-b_c", Exchange(("msteams", "19:abc@thread.v2", "29:1a-b_c")));

    [Fact]
    public void Exchange_OfLongIds_FitsAndIsKeptApart()
    {
        var (one, other) = (Exchange(("teams", new string('a', 500) + "1", "c")), Exchange(("teams", new string('a', 500) + "2", "c")));

        Assert.NotEqual(one, other, StringComparer.Ordinal);
        Assert.InRange(one.Length, 1, 160);
    }

    private static string Exchange((string Channel, string Conversation, string From) ids) => new Letter(
        Party.Local,
        Funds.Sample,
        new Activity { Type = "message", ChannelId = ids.Channel, Conversation = new ConversationAccount(ids.Conversation), From = new ChannelAccount(ids.From) }).Exchange;
}
