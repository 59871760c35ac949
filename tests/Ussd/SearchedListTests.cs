using ChatChannels.Conversation.Engine;
using ChatChannels.Host.Replay;

namespace ChatChannels.Tests.Ussd;

/// <summary>A slip of the thumb in a list that was searched does not lose what was found.</summary>
public sealed class SearchedListTests
{
    private const string Passport = "3";

    [Theory]
    [InlineData("77")]
    [InlineData("٧٧")]
    [InlineData("77.")]
    [InlineData("99999999999999999999")]
    public async Task Number_ThatNoOptionHas_KeepsListAndPage(string typed)
    {
        await using var service = await ReplayHost.Start(Scene.Now);
        var line = await AtTheList(service);
        await line.Type("a"); // more than one page
        await line.Type("98");
        var before = service.Store.Last!;
        Assert.Equal(("nationality", "a", 1), (before.Top.State, before.Filter, before.Page));

        var screen = await line.Type(typed);

        var after = service.Store.Last!;
        Assert.Equal(("nationality", "a", 1), (after.Top.State, after.Filter, after.Page));
        Assert.StartsWith("CON Ce choix n’existe pas.".Replace('’', '\''), screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_ThatNothingMatches_ShowTheListFromTheBeginning()
    {
        await using var service = await ReplayHost.Start(Scene.Now);
        var line = await AtTheList(service);
        await line.Type("a");

        Assert.StartsWith("CON Rien ne correspond.", await line.Type("qqq"), StringComparison.Ordinal);

        Assert.Null(service.Store.Last!.Filter);
    }

    private static async Task<Line> AtTheList(ReplayHost service)
    {
        var walk = Walk.Sample(0);
        var line = new Line(service.Http) { Phone = walk.Phone };
        await line.Hop("");
        var type = walk.Answers.IndexOf(walk.ByName["id-number"]) - 1;
        foreach (var answer in walk.Answers.SetItem(type, Passport).Take(type + 3))
            await line.Type(answer);
        Assert.Equal(Life.InService, service.Store.Last!.Life);
        return line;
    }
}
