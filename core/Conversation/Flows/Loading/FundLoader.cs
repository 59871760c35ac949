using System.Collections.Frozen;
using ChatChannels.Conversation.Flows.Inspection;

namespace ChatChannels.Conversation.Flows.Loading;

/// <summary>
/// Loads a fund's content: reads every file, inspects all of it, and gives either the fund or every defect at once. Only what hangs on
/// something unread is left for the next time, for it would be blamed on lines that are well written.
/// </summary>
public static class FundLoader
{
    public static FundLoad Load(FundFiles files, ServiceContract contract)
    {
        var log = new DefectLog();
        var draft = new FundReader(files, contract, log).Read();
        var defects = draft is null ? log.Found : log.Found.AddRange(FundInspection.Inspect(draft, log.Gaps));
        return draft is null || !defects.IsEmpty ? new FundLoad(null, InOrder(defects)) : new FundLoad(Build(draft), []);
    }

    private static ImmutableArray<Defect> InOrder(IEnumerable<Defect> defects) =>
        [.. defects.Distinct().OrderBy(defect => defect.File, StringComparer.Ordinal).ThenBy(defect => defect.Line)];

    private static Fund Build(FundDraft draft)
    {
        ImmutableArray<Flow> flows = [.. draft.Flows.Select(flow => FlowBuilder.Build(flow, draft.Contract))];
        var texts = BuildTexts(draft.Parts);
        return new Fund
        {
            Id = draft.Id,
            Country = draft.Country.Text,
            Languages = draft.Parts.Languages,
            TimeZone = draft.TimeZone.Text,
            ServiceCodes = [.. draft.ServiceCodes.Select(code => code.Text)],
            Menu = [.. draft.Menu.Select(item => item.Text)],
            Flows = flows,
            Texts = texts,
            Words = WordBook.Of(draft.Parts.Languages, draft.Menu.Select(item => item.Text), texts),
            Operators = draft.Operators,
            Policies = draft.Policies,
            Look = draft.Look,
            Agents = draft.Agents,
            Latest = flows.GroupBy(flow => flow.Name, StringComparer.Ordinal)
                .ToFrozenDictionary(versions => versions.Key, versions => versions.MaxBy(flow => flow.Version)!, StringComparer.Ordinal),
            Collected = flows.SelectMany(flow => flow.States.OfType<State.Collects>())
                .GroupBy(state => state.As, StringComparer.Ordinal)
                .ToFrozenDictionary(states => states.Key, states => states.First(), StringComparer.Ordinal),
        };
    }

    private static TextCatalogue BuildTexts(LoadedParts parts) => new(parts.Texts.Select(language => KeyValuePair.Create(
        language.Key,
        language.Value.Select(text => KeyValuePair.Create(text.Key, text.Value.Template)))));
}
