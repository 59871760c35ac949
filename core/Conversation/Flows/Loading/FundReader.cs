using ChatChannels.Conversation.Answers;
using ChatChannels.Conversation.Localization;

namespace ChatChannels.Conversation.Flows.Loading;

/// <summary>Reads a fund's folder into a draft.</summary>
internal sealed class FundReader(FundFiles files, ServiceContract contract, ImmutableArray<Defect>.Builder defects)
{
    private readonly Source _source = new("fund.yaml", defects);

    public FundDraft? Read()
    {
        if (!files.Own.TryGetValue("fund.yaml", out var text))
        {
            _source.Report("missing-file", 1, "The folder has no fund.yaml.");
            return null;
        }

        if (YamlText.Read(_source, text) is not { } root)
            return null;
        _source.Allow(root, "country", "languages", "time-zone", "service-codes", "menu", "operators", "policies");
        var parts = ReadParts([.. _source.Texts(root.Find("languages")?.Value, "languages").Select(code => new Language(code))]);
        return new FundDraft
        {
            Id = files.Fund,
            Parts = parts,
            Contract = contract,
            Flows = ReadFlows(parts),
            Country = _source.RequiredText(root, "country") ?? "",
            TimeZone = _source.RequiredText(root, "time-zone") ?? "",
            ServiceCodes = ReadLocated(root, "service-codes"),
            Menu = ReadLocated(root, "menu"),
            Operators = [.. _source.Maps(root.Find("operators")?.Value, "operators").Select(ReadOperator)],
            Policies = ReadPolicies(root),
        };
    }

    private LoadedParts ReadParts(ImmutableArray<Language> languages)
    {
        if (languages.IsEmpty)
            _source.Report("no-language", 1, "A fund speaks at least one language.");
        var texts = new TextsReader(defects);
        return new LoadedParts(
            languages,
            languages.Distinct().ToImmutableDictionary(language => language, language => texts.Read(files, language)),
            new ListReader(languages, defects).Read(files));
    }

    private ImmutableArray<FlowDraft> ReadFlows(LoadedParts parts)
    {
        var reader = new FlowReader(parts, defects);
        return [.. files.Own
            .Where(file => file.Key.StartsWith("services/", StringComparison.Ordinal) && file.Key.EndsWith(".yaml", StringComparison.Ordinal))
            .Select(file => reader.Read(file.Key, file.Value))
            .OfType<FlowDraft>()];
    }

    private ImmutableArray<FundDraft.Located> ReadLocated(Node.Map root, string key) => root.Find(key)?.Value is Node.Items items
        ? [.. items.All.Select(item => new FundDraft.Located(_source.Text(item, key) ?? "", item.Line))]
        : Missing(root, key);

    private ImmutableArray<FundDraft.Located> Missing(Node.Map root, string key)
    {
        _source.Report("missing-key", root.Line, $"'{key}' must be a list.");
        return [];
    }

    private Operator ReadOperator(Node.Map map)
    {
        _source.Allow(map, "code", "name", "session-seconds");
        return new Operator(
            _source.RequiredText(map, "code") ?? "",
            _source.RequiredText(map, "name") ?? "",
            _source.Number(map, "session-seconds") ?? 180);
    }

    private ImmutableDictionary<string, AnswerSettings> ReadPolicies(Node.Map root) => root.Find("policies")?.Value is Node.Map policies
        ? policies.Entries.ToImmutableDictionary(entry => entry.Key, entry => ReadSettings(entry.Value), StringComparer.Ordinal)
        : ImmutableDictionary<string, AnswerSettings>.Empty;

    private AnswerSettings ReadSettings(Node node) => _source.AsMap(node, "A policy") is { } map
        ? new AnswerSettings(map.Entries.ToImmutableDictionary(
            entry => entry.Key,
            entry => _source.Text(entry.Value, entry.Key) ?? "",
            StringComparer.Ordinal))
        : AnswerSettings.None;
}
