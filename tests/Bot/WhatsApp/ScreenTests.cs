using System.Collections.Immutable;
using ChatChannels.Bot.WhatsApp.Screens;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.Localization;
using ChatChannels.Conversation.Text;
using ChatChannels.Host.Checking;
using ChatChannels.Tests.Conversation.Engine;
using ChatChannels.Ussd.Screens;
using FsCheck;
using FsCheck.Fluent;

namespace ChatChannels.Tests.Bot.WhatsApp;

/// <summary>Screens on WhatsApp: never over a limit, every choice within reach.</summary>
public sealed class ScreenTests
{
    private static readonly string[] Parts = ["a", "é", "W", " ", " ", "\n", "7286 3731", "ع", "ملف", "👍🏽", "-", "Saint-Christophe", ". "];

    private static readonly TextLimits Phone = new(182, 80);

    public static TheoryData<string, string> Spoken =>
        [.. Funds.All.SelectMany(fund => fund.Languages.Select(language => (fund.Id.Value, language.Code)))];

    private static Gen<string> Text(int longest) =>
        from count in Gen.Choose(1, longest)
        from parts in Gen.ArrayOf(Gen.Elements(Parts), count)
        let text = string.Concat(parts)
        select string.IsNullOrWhiteSpace(text) ? "x" : text;

    private static Gen<ImmutableArray<Option>> Options =>
        from count in Gen.Frequency((3, Gen.Choose(0, 4)), (3, Gen.Choose(5, 12)), (1, Gen.Choose(13, 60)))
        from length in Gen.Elements(3, 6, 20)
        from labels in Gen.ArrayOf(Text(length), count)
        select Choices(labels);

    private static Gen<Prompt> Prompts =>
        from language in Gen.Elements(Language.French, Language.Arabic)
        from text in Gen.Frequency((6, Text(40)), (2, Text(400)), (1, Text(4000)))
        from notice in Gen.Frequency((2, Gen.Constant((string?)null)), (1, Text(20).Select(words => (string?)words)))
        from options in Options
        from keys in Gen.SubListOf([.. Keys.All.Except([Keys.More, Keys.Previous], StringComparer.Ordinal)])
        from words in Gen.ArrayOf(Text(8), Keys.All.Length)
        select new Prompt
        {
            Language = language,
            Text = text,
            Notice = notice,
            Options = options,
            Keys = [.. keys.Select((key, i) => new Option(key, key, words[i]))],
            Open = "Choisir",
            More = new Option(Keys.More, Keys.More, "Suite"),
            Previous = new Option(Keys.Previous, Keys.Previous, "Avant"),
            Turn = 17,
        };

    [Theory]
    [MemberData(nameof(Spoken))]
    public void Render_EveryScreenOfAFund_KeepsTheLaws(string fund, string language)
    {
        var prompts = PromptsOf(Funds.All.Single(candidate => string.Equals(candidate.Id.Value, fund, StringComparison.Ordinal)), new Language(language));

        var broken = prompts.Select(prompt => (prompt.Text, Law: ScreenLaws.BrokenBy(prompt))).Where(found => found.Law is not null).Take(10).ToList();

        Assert.InRange(prompts.Count, 50, int.MaxValue);
        Assert.Empty(broken);
    }

    [Fact]
    public void Render_AnyPrompt_KeepsTheLaws() => Prop
        .ForAll(Prompts.ToArbitrary(), prompt => (ScreenLaws.BrokenBy(prompt) is null).Label(ScreenLaws.BrokenBy(prompt) ?? ""))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Theory]
    [InlineData(1, 2, "button 1 0 97")]
    [InlineData(2, 2, "button 1 2 0 ~ 97 key 97")]
    [InlineData(3, 2, "button 1 2 3 ~ 0 key 0 · 97 key 97")]
    [InlineData(4, 2, "list 1 2 3 4 0 97")]
    [InlineData(9, 2, "list 1 2 3 4 5 6 7 8 9 0 ~ 97 key 97")]
    [InlineData(10, 2, "list 1 2 3 4 5 6 7 8 9 10 ~ 0 key 0 · 97 key 97")]
    [InlineData(11, 2, "list 1 2 3 4 5 6 7 8 9 98 ~ 0 key 0 · 97 key 97")]
    [InlineData(0, 2, "button 0 97")]
    [InlineData(0, 0, "text")]
    public void Render_ManyOrFewChoices_TakeTheShapeThatHoldsThem(int options, int keys, string shape)
    {
        var named = new[] { Keys.Back, Keys.Help }.Take(keys).Select(key => new Option(key, key, $"key {key}"));

        var shown = Assert.Single(Messages(Prompt(Choices(Enumerable.Range(1, options).Select(i => $"choice {i}")), [.. named])));

        Assert.Equal(shape, $"{shown.Kind} {string.Join(' ', shown.Keys)}{(shown.Footer is null ? "" : $" ~ {shown.Footer}")}".TrimEnd());
    }

    [Fact]
    public void Render_WordsOverATitle_StandWholeBelowIt()
    {
        var shown = Assert.Single(Messages(Prompt(Choices(["République centrafricaine", "b", "c", "d"]), [])));

        Assert.Equal(("République…", "République centrafricaine"), (shown.Choices[0].Title, shown.Choices[0].Description));
    }

    [Fact]
    public void Render_WordsOverADescription_AreNumbered()
    {
        var shown = Assert.Single(Messages(Prompt(Choices([new string('m', 73), "b"]), [new Option(Keys.Back, Keys.Back, "Retour")])));

        Assert.Equal($"?\n\n1 {new string('m', 73)}\n2 b\n\n0 Retour", shown.Body);
    }

    [Fact]
    public void Render_ArabicWithNumbers_KeepsThemInOrder()
    {
        var shown = Assert.Single(Messages(Prompt([], []) with { Language = Language.Arabic, Text = "الرمز 7286 3731" }));

        Assert.Equal("الرمز \u20667286 3731\u2069", shown.Body);
    }

    private static IReadOnlyList<Shown> Messages(Prompt prompt) => ScreenLaws.Messages(new WhatsAppScreens().Render(prompt));

    private static ImmutableArray<Option> Choices(IEnumerable<string> labels) =>
        [.. labels.Select((label, i) => new Option($"{i + 1}", $"v{i}", label))];

    private static Prompt Prompt(ImmutableArray<Option> options, ImmutableArray<Option> keys) => new()
    {
        Language = Language.French,
        Text = "?",
        Options = options,
        Keys = keys,
        Open = "Choisir",
        More = new Option(Keys.More, Keys.More, "Suite"),
        Previous = new Option(Keys.Previous, Keys.Previous, "Avant"),
    };

    /// <summary>Every screen that a fund can come to, each once.</summary>
    private static List<Prompt> PromptsOf(Fund fund, Language language)
    {
        var gauge = new Gauge(new UssdScreens(Phone), Phone);
        var values = new SampleValues(fund, Funds.Contract, language, gauge, usual: false);
        var (explorer, states) = (new Explorer(fund, Funds.Contract, values), new StateScreens(fund, values, gauge));
        return
        [
            .. new EngineScreens(fund, values).All().Select(screen => screen.Prompt)
                .Concat(fund.Menu.SelectMany(service => explorer.From(Stand.At(fund, fund.Newest(service)))).Where(stand => stand.IsShown).SelectMany(states.Of))
                .DistinctBy(prompt => $"{prompt.Notice}\u0001{prompt.Text}\u0001{string.Join('\u0001', prompt.Options.Concat(prompt.Keys))}", StringComparer.Ordinal),
        ];
    }
}
