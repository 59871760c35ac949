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
        [.. ((YamlSequenceNode)person["answers"]).Select(answer => new SampleAnswer(Label(fund, Text(answer, "ask")), Text(answer, "value")))]);

    /// <summary>The label of the asking state, <c>flow.state</c>, in the three languages of the page; the fund's first where it does not speak one.</summary>
    private static LocalizedText Label(Fund fund, string ask)
    {
        string In(Language language) => Spoken(fund.Languages.Contains(language) ? language : fund.Languages[0]);
        string Spoken(Language language) => fund.Texts.TryFind(language, $"{ask}.label", out _)
            ? fund.Texts.Plain(language, $"{ask}.label")
            : fund.Texts.Plain(language, CommonTexts.Menu);
        return new LocalizedText(In(Language.French), In(Language.Arabic), In(Language.English));
    }

    private static string Text(YamlNode node, string key) => ((YamlScalarNode)node[key]).Value ?? "";
}
