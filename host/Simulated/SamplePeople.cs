using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.Localization;
using ChatChannels.Runtime.Funds;
using ChatChannels.Simulator.World;
using YamlDotNet.RepresentationModel;

namespace ChatChannels.Host.Simulated;

/// <summary>Reads a fund's <c>sample/people.yaml</c>: invented people, and what each would type at each question.</summary>
internal static class SamplePeople
{
    public static IReadOnlyList<SamplePerson> Read(FundFolder folder, Fund fund)
    {
        var file = Path.Combine(folder.Path, fund.Id.Value, "sample", "people.yaml");
        if (!File.Exists(file))
            return [];
        var yaml = new YamlStream();
        using var reader = new StreamReader(file);
        yaml.Load(reader);
        var people = (YamlSequenceNode)yaml.Documents[0].RootNode["people"];
        return [.. people.Select(person => ReadPerson(fund, person))];
    }

    private static SamplePerson ReadPerson(Fund fund, YamlNode person) => new(
        new LocalizedText(Text(person["title"], "fr"), Text(person["title"], "ar"), Text(person["title"], "en")),
        Text(person, "phone"),
        [.. ((YamlSequenceNode)person["answers"]).Select(answer => ReadAnswer(fund, Text(answer, "ask"), Text(answer, "value")))]);

    /// <summary>An answer with the words for its question in the three languages of the page; in the fund's first where it does not speak one.</summary>
    private static SampleAnswer ReadAnswer(Fund fund, string ask, string value)
    {
        string In(Language language) => Words(fund, fund.Languages.Contains(language) ? language : fund.Languages[0], ask);
        return new SampleAnswer(ask, new LocalizedText(In(Language.French), In(Language.Arabic), In(Language.English)), value);
    }

    /// <summary>The label of the question; of one that no review shows, the question itself.</summary>
    private static string Words(Fund fund, Language language, string ask) => fund.Texts.Plain(language, ask switch
    {
        CallStand.Language => CommonTexts.LanguageChoose,
        CallStand.Menu => CommonTexts.Menu,
        _ when fund.Texts.TryFind(language, $"{ask}.label", out _) => $"{ask}.label",
        _ => $"{ask}.ask",
    });

    private static string Text(YamlNode node, string key) => ((YamlScalarNode)node[key]).Value ?? "";
}
