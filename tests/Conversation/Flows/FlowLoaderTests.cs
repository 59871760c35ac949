using System.Text.RegularExpressions;
using ChatChannels.Conversation.Flows;

namespace ChatChannels.Tests.Conversation.Flows;

public sealed partial class FlowLoaderTests
{
    public static TheoryData<string> Cases => [.. BrokenCase.All.Select(broken => broken.Name)];

    [Fact]
    public void Load_SoundFund_LoadsWithoutDefect()
    {
        var load = MiniatureFund.Load(MiniatureFund.Files);

        Assert.Empty(load.Defects);
        Assert.Equal(
            "person wish story copies order retry receipt check again done refused",
            string.Join(' ', load.Fund!.Newest("card").States.Select(state => state.Name)));
        Assert.False(((State.Collects)load.Fund.Newest("person")["phone-choice"]).InReview);
        Assert.True(((State.Collects)load.Fund.Newest("person")["phone"]).InReview);
    }

    [Fact]
    public void Load_ActionBehindTheConditionThatItsAnswerIsThere_LoadsWithoutDefect()
    {
        const string Card = "services/card.yaml";
        const string Asked = "copies: { ask: number, min: 1, max: 5, next: order }";
        const string Skippable = "copies: { ask: number, min: 1, max: 5, optional: true, next: [ { when: has copies, go: order }, { go: refused } ] }";
        var files = MiniatureFund.Files;

        var load = MiniatureFund.Load(files with { Own = files.Own.SetItem(Card, files.Own[Card].Replace(Asked, Skippable, StringComparison.Ordinal)) });

        Assert.Empty(load.Defects);
    }

    [Fact]
    public void Load_OwnFlowInPlaceOfACommonOne_LeavesTheCommonTextsInPeace()
    {
        const string Own = "service: proof\nversion: 1\nstart: done\nstates:\n  done: { end: proven }";
        var files = MiniatureFund.Files;
        Assert.Contains("services/proof.yaml", files.Common.Keys, StringComparer.Ordinal);

        var look = files.Own["services/look.yaml"].Replace("next: part }", "next: own }\n  own: { call: proof, next: part }", StringComparison.Ordinal);
        var load = MiniatureFund.Load(files with { Own = files.Own.SetItem("services/look.yaml", look).Add("services/proof.yaml", Own) });

        Assert.Empty(load.Defects);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Load_BrokenFund_ReportsExactlyTheMarkedDefects(string name)
    {
        var broken = BrokenCase.Named(name);
        var files = broken.Break(MiniatureFund.Files);

        var load = MiniatureFund.Load(files);

        var expected = broken.Expected(files).ToList();
        Assert.Contains(expected, place => place.EndsWith($": {broken.Kind}", StringComparison.Ordinal));
        Assert.Equal(expected.Order(StringComparer.Ordinal), load.Defects.Select(Place).Order(StringComparer.Ordinal));
        Assert.Null(load.Fund);
        Assert.All(load.Defects, defect => Assert.NotEmpty(defect.Message));
    }

    [Fact]
    public void Load_TwoBrokenFiles_ReportsBothInTheOrderOfFilesAndLines()
    {
        var files = BrokenCase.Named("stray-text").Break(BrokenCase.Named("missing-exit").Break(BrokenCase.Named("key-collision").Break(MiniatureFund.Files)));

        var places = MiniatureFund.Load(files).Defects.Select(defect => $"{defect.File}:{defect.Kind}");

        Assert.Equal("services/card.yaml:key-collision services/card.yaml:missing-exit texts/fr.yaml:stray-text", string.Join(' ', places));
    }

    [Fact]
    public void Load_SomethingUnread_StillReportsWhatIsWrongInTheOtherFiles()
    {
        var files = BrokenCase.Named("unknown-answer-type").Break(BrokenCase.Named("key-collision").Break(MiniatureFund.Files));

        var kinds = MiniatureFund.Load(files).Defects.Select(defect => defect.Kind).Order(StringComparer.Ordinal);

        Assert.Equal(["key-collision", "unknown-answer-type"], kinds, StringComparer.Ordinal);
    }

    [Fact]
    public void Broken_EveryKindOfDefect_HasACase()
    {
        var kinds = Repository.Files(".cs")
            .Where(file => file.StartsWith("core/Conversation/Flows/", StringComparison.Ordinal))
            .SelectMany(file => Kind().Matches(File.ReadAllText(Repository.PathOf(file))))
            .Select(match => match.Groups["kind"].Value)
            .ToHashSet(StringComparer.Ordinal);

        Assert.InRange(kinds.Count, 30, 200);
        Assert.Equal(kinds.Order(StringComparer.Ordinal), BrokenCase.All.Select(broken => broken.Kind).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    private static string Place(Defect defect) => $"{defect.File}:{defect.Line}: {defect.Kind}";

    [GeneratedRegex("""(Report|Gap|Defect)\("(?<kind>[a-z-]+)",""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Kind();
}
