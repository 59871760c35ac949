using ChatChannels.Conversation;
using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.Localization;
using ChatChannels.Tests.Conversation.Engine;

namespace ChatChannels.Tests.Bot;

/// <summary>A chat is never at a dead end: after every end of every service of every fund there is something to touch that leads on.</summary>
public sealed class EveryEndTests
{
    public static TheoryData<string, string> Spoken => [.. Funds.All.SelectMany(fund => fund.Languages.Select(language => (fund.Id.Value, language.Code)))];

    [Theory]
    [MemberData(nameof(Spoken))]
    public void EveryEndOfEveryService_InAChat_OffersAWayOnThatOpensTheMenu(string id, string code)
    {
        var fund = Funds.Directory.Find(new FundId(id))!;
        var walk = new ChatWalk(fund, new Language(code));

        var ends = walk.Ends();

        Assert.Equal(EndsOf(fund), ends.Keys.Order(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var (end, session) in ends)
        {
            var last = walk.PromptOf(session);
            Assert.True(last.Ends, end);
            var way = Assert.Single(last.Keys);
            Assert.False(string.IsNullOrWhiteSpace(way.Label), end);
            Assert.Equal(fund.Menu.Length, walk.Touch(session, way).Options.Length);
        }
    }

    private static IEnumerable<string> EndsOf(Fund fund) => fund.Menu.Select(fund.Newest)
        .SelectMany(flow => flow.States.OfType<State.End>().Where(end => end.Exit is null).Select(end => $"{flow.Name}.{end.Name}"))
        .Order(StringComparer.Ordinal);
}
