using ChatChannels.Conversation.Flows.Loading;

namespace ChatChannels.Conversation.Flows.Inspection;

/// <summary>What a flow tells an action is what the action understands.</summary>
internal static class SettingCheck
{
    public static IEnumerable<Defect> Find(FundDraft fund, FlowDraft flow) => flow.States.OfType<State.Do>()
        .SelectMany(call => fund.Contract.Action(call.Action) is { } action ? Find(fund, flow, call, action) : []);

    /// <summary>The answers that a state's settings name.</summary>
    public static IEnumerable<string> Named(FundDraft fund, State.Do call) => fund.Contract.Action(call.Action)!.Settings
        .Where(setting => setting.NamesAnswers)
        .SelectMany(setting => call.With.All(setting.Name));

    private static IEnumerable<Defect> Find(FundDraft fund, FlowDraft flow, State.Do call, ActionSignature action)
    {
        foreach (var name in call.With.Values.Keys.Where(name => !action.Settings.Any(setting => Is(setting, name))))
            yield return flow.Defect("unknown-setting", call.Line, $"'{action.Name}' has no setting '{name}'; it has {Names(action)}.");
        foreach (var setting in action.Settings.Where(setting => setting.Required && call.With[setting.Name] is null))
            yield return flow.Defect("missing-setting", call.Line, $"'{action.Name}' needs with: {{ {setting.Name}: … }}.");
        foreach (var (setting, word) in action.Settings.Where(setting => !setting.Words.IsEmpty).SelectMany(setting => call.With.All(setting.Name).Select(word => (setting, word))))
            if (!setting.Words.Contains(word, StringComparer.Ordinal))
                yield return flow.Defect("setting-value", call.Line, $"The setting '{setting.Name}' can be {string.Join(", ", setting.Words)}, not '{word}'.");
        foreach (var name in Named(fund, call).Where(name => !AnswerNames.In(fund).Contains(name)))
            yield return flow.Defect("unknown-answer", call.Line, $"No state collects an answer '{name}'.");
    }

    private static string Names(ActionSignature action) =>
        action.Settings.IsEmpty ? "none" : string.Join(", ", action.Settings.Select(setting => setting.Name));

    private static bool Is(ActionSetting setting, string name) => string.Equals(setting.Name, name, StringComparison.Ordinal);
}
