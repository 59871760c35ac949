using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.Localization;
using ChatChannels.Conversation.Text;
using ChatChannels.Host.Checking;
using ChatChannels.Tests.Conversation.Engine;
using ChatChannels.Ussd.Screens;

namespace ChatChannels.Tests.Host.Checking;

/// <summary>The help key says something of the very question, in each language, and only then what the keys do.</summary>
public sealed class HelpTests
{
    public static TheoryData<string, string> Languages
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var fund in Funds.All)
                foreach (var language in fund.Languages)
                    data.Add(fund.Id.Value, language.Code);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Help_AtEveryQuestion_IsOfTheQuestionAndStandsBeforeTheKeys(string id, string code)
    {
        var (fund, language) = (Funds.Directory.Find(new FundId(id))!, new Language(code));
        var values = Values(fund, language);
        var asked = fund.Menu.SelectMany(service => new Explorer(fund, Funds.Contract, values).From(Stand.At(fund, fund.Newest(service))))
            .Where(stand => stand.IsShown && stand.State is State.Collects or State.Review)
            .DistinctBy(stand => stand.Position, StringComparer.Ordinal).ToList();

        Assert.True(asked.Count > 10);
        Assert.All(asked, stand =>
        {
            var session = stand.AsSession(values, Life.Helping, Life.InService);
            var shown = ConversationEngine.PromptOf(session, fund, CheckTime.SurroundingsOf(fund)).Text.Split('\n');
            var general = fund.Texts.Plain(language, CommonTexts.Help);
            Assert.Equal(general, shown[^1]);
            Assert.True(shown.Length > 1 && shown[0].Length > 20, $"{stand.Position}: {shown[0]}");
            Assert.NotEqual(fund.Texts[language, CommonTexts.Ask(stand.Flow.Name, stand.State.Name)].Fill(Blanks(fund, language, stand)), shown[0], StringComparer.Ordinal);
        });
    }

    /// <summary>Of two questions, each has its own: the same words under many would be no help. A birthday is asked alike everywhere.</summary>
    [Theory]
    [MemberData(nameof(Languages))]
    public void Help_OfOneFlow_IsNeverTheSameTwice(string id, string code)
    {
        var (fund, language) = (Funds.Directory.Find(new FundId(id))!, new Language(code));
        Assert.All(fund.Flows, flow =>
        {
            var helps = flow.States.Where(state => state is State.Collects { As: not "birth-date" } or State.Review)
                .Select(state => fund.Texts[language, CommonTexts.HelpOn(flow.Name, state.Name)].Fill(Service)).ToList();
            Assert.Equal(helps.Distinct(StringComparer.Ordinal), helps, StringComparer.Ordinal);
        });
    }

    /// <summary>The menu says how to get help and how to change the language, also where it takes two screens.</summary>
    [Theory]
    [MemberData(nameof(Languages))]
    public void Menu_OnAPhone_NamesHelpAndLanguage(string id, string code)
    {
        var (fund, language) = (Funds.Directory.Find(new FundId(id))!, new Language(code));
        var menu = new EngineScreens(fund, Values(fund, language)).All().First(screen => screen.Name is "menu").Prompt;
        var screens = new UssdScreens(TextLimits.Ussd);
        var pages = Enumerable.Range(0, screens.Render(menu).Pages).Select(page => screens.Render(menu with { Page = page }).Reply).ToList();

        Assert.Contains(pages, page => page.Contains($"97 {PhoneText.Of(fund.Texts.Plain(language, "keys.help"), language)}", StringComparison.Ordinal));
        if (fund.Languages.Length > 1)
            Assert.Contains(pages, page => page.Contains($"96 {PhoneText.Of(fund.Texts.Plain(language, "keys.language"), language)}", StringComparison.Ordinal));
        Assert.Contains(fund.Texts.Plain(language, CommonTexts.FundShort), menu.Text, StringComparison.Ordinal);
    }

    private static readonly Dictionary<string, string> Service = new(StringComparer.Ordinal) { ["service-code"] = "*1#", ["fund"] = "F" };

    private static SampleValues Values(Fund fund, Language language) =>
        new(fund, Funds.Contract, language, new Gauge(new UssdScreens(TextLimits.Ussd), TextLimits.Ussd), usual: false);

    private static Dictionary<string, string> Blanks(Fund fund, Language language, Stand stand) =>
        fund.Texts[language, CommonTexts.Ask(stand.Flow.Name, stand.State.Name)].Placeholders.ToDictionary(name => name, _ => "", StringComparer.Ordinal);
}
