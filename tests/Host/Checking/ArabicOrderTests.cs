using ChatChannels.Bot.Activities;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Answers;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.Localization;
using ChatChannels.Conversation.Text;
using ChatChannels.Host.Checking;
using ChatChannels.Tests.Conversation.Engine;
using ChatChannels.Tests.Simulator;
using ChatChannels.Ussd.Screens;

namespace ChatChannels.Tests.Host.Checking;

/// <summary>
/// Everything that the funds show or send in Arabic, drawn by Chromium with the widest answers: numbers, codes, dates, phones, dialled
/// codes and Latin names stand in their order, and who types what is seen is understood.
/// </summary>
public sealed class ArabicOrderTests(Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly Uri Url = new("https://services.example.org/");

    public static TheoryData<string> ArabicFunds => [.. Funds.All.Where(fund => fund.Languages.Contains(Language.Arabic)).Select(fund => fund.Id.Value)];

    [Theory]
    [MemberData(nameof(ArabicFunds))]
    public async Task Ussd_EveryScreen_IsInOrder(string fund)
    {
        var screens = new UssdScreens(TextLimits.Ussd);
        await Check(Prompts(fund, Channel.Ussd).SelectMany(prompt => Pages(screens, prompt)), atLeast: 100);
    }

    [Theory]
    [MemberData(nameof(ArabicFunds))]
    public async Task Chat_EveryMessageAndButton_IsInOrder(string fund)
    {
        var screens = new ActivityScreens();
        var kept = Prompts(fund, Channel.Web).Select(prompt => screens.ScreenOf(screens.Render(prompt).Reply)!);
        await Check(kept.SelectMany(screen => (screen.Options ?? []).Concat(screen.Keys ?? []).Select(button => button.Label).Prepend(screen.Text)), atLeast: 100);
    }

    [Theory]
    [MemberData(nameof(ArabicFunds))]
    public async Task Messages_EverySmsAndEmail_IsInOrder(string fund)
    {
        var (content, values) = Of(fund, Channel.Ussd);
        var sizes = new MessageSizes(content, new Pages.CountingIds(), Url);
        var keys = content.Texts.Keys(Language.Arabic).ToHashSet(StringComparer.Ordinal);
        var sms = sizes.Templates.SelectMany(template => sizes.Written(template, values, Channel.Sms)).Select(message => message.Text);
        var emails = keys.Where(key => key.EndsWith(".email.body", StringComparison.Ordinal)).Select(key => key["messages.".Length..^".email.body".Length])
            .SelectMany(template => sizes.Written(template, values, Channel.Email)).SelectMany(message => new[] { message.Subject, message.Text });
        await Check(sms.Concat(emails), atLeast: 20);
    }

    /// <summary>What a review shows, as the phone gets it, is an answer again.</summary>
    [Theory]
    [MemberData(nameof(ArabicFunds))]
    public void Answers_TypedAsTheyAreSeen_AreUnderstood(string fund)
    {
        var (content, values) = Of(fund, Channel.Ussd);
        Assert.All(content.Flows.SelectMany(flow => flow.States).OfType<State.Ask>(), ask =>
        {
            var canonical = ask.Type.Widest(ask.Settings, values.Context);
            var seen = PhoneText.Of($"الجواب: {ask.Type.Show(canonical, ask.Settings, values.Context)}", Language.Arabic)["الجواب: ".Length..];
            Assert.Equal(Understood(ask, canonical, values.Context), Understood(ask, seen, values.Context));
        });
    }

    /// <summary>The answer; where the widest is none, as a birthday of the next century, why not.</summary>
    private static string Understood(State.Ask ask, string typed, AnswerContext context) => ask.Type.Read(typed, ask.Settings, context) switch
    {
        AnswerReading.Accepted accepted => accepted.Canonical,
        AnswerReading.Rejected rejected => rejected.Failure.Code,
        var other => other.ToString()!,
    };

    private async Task Check(IEnumerable<string> texts, int atLeast)
    {
        var all = texts.Distinct(StringComparer.Ordinal).ToList();
        Assert.True(all.Count >= atLeast, $"Only {all.Count} texts.");
        var page = await chromium.NewPageAsync("ar-MA");
        Assert.Empty(await ReadingOrder.FaultsOf(page, all));
        await page.CloseAsync();
    }

    private static IEnumerable<string> Pages(UssdScreens screens, Prompt prompt) =>
        Enumerable.Range(0, screens.Render(prompt).Pages).Select(page => screens.Render(prompt with { Page = page }).Reply[4..]);

    private static (Fund Fund, SampleValues Values) Of(string id, Channel channel)
    {
        var fund = Funds.Directory.Find(new FundId(id))!;
        return (fund, new SampleValues(fund, Funds.Contract, Language.Arabic, GaugeOfPhones(), usual: false) { Channel = channel });
    }

    private static Gauge GaugeOfPhones() => new(new UssdScreens(TextLimits.Ussd), TextLimits.Ussd);

    /// <summary>Every screen that the fund can come to.</summary>
    private static IEnumerable<Prompt> Prompts(string id, Channel channel)
    {
        var (fund, values) = Of(id, channel);
        var (explorer, states) = (new Explorer(fund, Funds.Contract, values), new StateScreens(fund, values, GaugeOfPhones()));
        var stands = fund.Menu.SelectMany(service => explorer.From(Stand.At(fund, fund.Newest(service)))).Where(stand => stand.IsShown);
        return new EngineScreens(fund, values).All().Select(screen => screen.Prompt).Concat(stands.SelectMany(states.Of))
            .DistinctBy(prompt => $"{prompt.Notice}\u0001{prompt.Text}\u0001{string.Join('\u0001', prompt.Options.Concat(prompt.Keys))}", StringComparer.Ordinal);
    }
}
