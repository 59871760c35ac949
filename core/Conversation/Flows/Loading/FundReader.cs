using ChatChannels.Conversation.Answers;
using ChatChannels.Conversation.Localization;

namespace ChatChannels.Conversation.Flows.Loading;

/// <summary>Reads a fund's folder into a draft.</summary>
internal sealed class FundReader(FundFiles files, ServiceContract contract, DefectLog log)
{
    private readonly FundFiles _files = files;
    private readonly ServiceContract _contract = contract;
    private readonly DefectLog _log = log;
    private readonly Source _source = new("fund.yaml", log);

    public FundDraft? Read()
    {
        if (!_files.Own.TryGetValue("fund.yaml", out var text))
        {
            _source.Gap("missing-file", 1, "The folder has no fund.yaml.");
            return null;
        }

        if (YamlText.Read(_source, text) is not { } root)
            return null;
        _source.Allow(root, "country", "languages", "time-zone", "service-codes", "menu", "operators", "policies", "look", "agents");
        var policies = ReadPolicies(root);
        var parts = ReadParts([.. _source.RequiredItems(root, "languages").Select(ReadLanguage).OfType<Language>()], policies);
        var menu = _source.RequiredItems(root, "menu");
        return new FundDraft
        {
            Id = _files.Fund,
            Parts = parts,
            Contract = _contract,
            Flows = ReadFlows(parts, menu.Select(item => item.Text)),
            Country = ReadLocated(root, "country"),
            TimeZone = ReadLocated(root, "time-zone"),
            ServiceCodes = _source.RequiredItems(root, "service-codes"),
            Menu = menu,
            Operators = [.. _source.Maps(root.Find("operators")?.Value, "operators").Select(ReadOperator)],
            Policies = policies,
            Look = new LookReader(_source, _files).Read(_source.OptionalMap(root, "look")),
            Agents = new AgentsReader(_source).Read(_source.OptionalMap(root, "agents")),
        };
    }

    /// <summary>A language that has its texts; without them nothing in it could be judged.</summary>
    private Language? ReadLanguage(Node.Scalar code)
    {
        var language = new Language(code.Text);
        var path = TextsReader.PathOf(language);
        if (!_files.Common.ContainsKey(path))
            _source.Gap("missing-texts", code.Line, $"The fund speaks '{language}' but funds/common has no {path}.");
        else if (!_files.Own.ContainsKey(path))
            _source.Gap("missing-texts", code.Line, $"The fund speaks '{language}' but has no {path}.");
        else
            return language;
        return null;
    }

    private LoadedParts ReadParts(ImmutableArray<Language> languages, ImmutableDictionary<string, AnswerSettings> policies)
    {
        var texts = new TextsReader(_files, policies, _log);
        return new LoadedParts(
            languages,
            languages.ToImmutableDictionary(language => language, texts.Read),
            new ListReader(languages, _log).Read(_files));
    }

    /// <summary>The fund's own flows, and those that all funds share where its menu or one of its flows names them and it has none of its own.</summary>
    private ImmutableArray<FlowDraft> ReadFlows(LoadedParts parts, IEnumerable<string> menu)
    {
        var reader = new FlowReader(parts, _log);
        var flows = Services(_files.Own).Select(file => reader.Read("", file.Key, file.Value)).OfType<FlowDraft>().ToList();
        var wanted = new Queue<string>([.. menu, .. flows.SelectMany(Called)]);
        while (wanted.TryDequeue(out var name))
        {
            if (flows.Exists(flow => string.Equals(flow.Name, name, StringComparison.Ordinal)))
                continue;
            var shared = Services(_files.Common).Where(file => string.Equals(FlowReader.NameOf(file.Key), name, StringComparison.Ordinal))
                .Select(file => reader.Read(FundFiles.ToCommon, file.Key, file.Value)).OfType<FlowDraft>().ToList();
            flows.AddRange(shared);
            foreach (var called in shared.SelectMany(Called))
                wanted.Enqueue(called);
        }

        return [.. flows];
    }

    private static IEnumerable<KeyValuePair<string, string>> Services(ImmutableSortedDictionary<string, string> files) => files
        .Where(file => file.Key.StartsWith("services/", StringComparison.Ordinal) && file.Key.EndsWith(".yaml", StringComparison.Ordinal));

    private static IEnumerable<string> Called(FlowDraft flow) => flow.States.OfType<State.Call>().Select(call => call.Flow);

    private Node.Scalar ReadLocated(Node.Map root, string key) =>
        new(_source.RequiredText(root, key) ?? "", root.Find(key)?.Line ?? root.Line);

    private Operator ReadOperator(Node.Map map)
    {
        _source.Allow(map, "code", "name", "session-seconds");
        return new Operator(
            _source.RequiredText(map, "code") ?? "",
            _source.RequiredText(map, "name") ?? "",
            _source.Number(map, "session-seconds") ?? 180);
    }

    private ImmutableDictionary<string, AnswerSettings> ReadPolicies(Node.Map root) =>
        _source.OptionalMap(root, "policies") is { } policies
            ? policies.Entries.ToImmutableDictionary(entry => entry.Key, entry => ReadSettings(entry.Value), StringComparer.Ordinal)
            : ImmutableDictionary<string, AnswerSettings>.Empty;

    private AnswerSettings ReadSettings(Node node) => _source.AsMap(node, "A policy") is { } map
        ? new AnswerSettings(map.Entries.ToImmutableDictionary(
            entry => entry.Key,
            entry => _source.Text(entry.Value, entry.Key) ?? "",
            StringComparer.Ordinal))
        : AnswerSettings.None;
}
