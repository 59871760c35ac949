using ChatChannels.Conversation.Flows.Inspection;

namespace ChatChannels.Conversation.Flows.Loading;

/// <summary>Loads a fund's content: reads every file, inspects all of it, and gives either the fund or every defect at once.</summary>
public static class FundLoader
{
    public static FundLoad Load(FundFiles files, ServiceContract contract)
    {
        var defects = ImmutableArray.CreateBuilder<Defect>();
        var draft = new FundReader(files, contract, defects).Read();
        if (draft is not null)
            defects.AddRange(FundInspection.Inspect(draft));
        return draft is null || defects.Count > 0
            ? new FundLoad(null, [.. defects.Distinct().OrderBy(defect => defect.File, StringComparer.Ordinal).ThenBy(defect => defect.Line)])
            : new FundLoad(Build(draft), []);
    }

    private static Fund Build(FundDraft draft)
    {
        ImmutableArray<Flow> flows = [.. draft.Flows.Select(FlowBuilder.Build)];
        return new Fund
        {
            Id = draft.Id,
            Country = draft.Country,
            Languages = draft.Parts.Languages,
            TimeZone = draft.TimeZone,
            ServiceCodes = [.. draft.ServiceCodes.Select(code => code.Text)],
            Menu = [.. draft.Menu.Select(item => item.Text)],
            Flows = flows,
            Texts = BuildTexts(draft.Parts),
            Operators = draft.Operators,
            Policies = draft.Policies,
            Latest = flows.GroupBy(flow => flow.Name, StringComparer.Ordinal)
                .ToImmutableDictionary(versions => versions.Key, versions => versions.MaxBy(flow => flow.Version)!, StringComparer.Ordinal),
            Collected = flows.SelectMany(flow => flow.States.OfType<State.Collects>())
                .GroupBy(state => state.As, StringComparer.Ordinal)
                .ToImmutableDictionary(states => states.Key, states => states.First(), StringComparer.Ordinal),
        };
    }

    private static TextCatalogue BuildTexts(LoadedParts parts) => new(parts.Texts.Select(language => KeyValuePair.Create(
        language.Key,
        language.Value.Select(text => KeyValuePair.Create(text.Key, text.Value.Template)))));
}
