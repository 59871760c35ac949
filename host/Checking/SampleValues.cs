using ChatChannels.Conversation;
using ChatChannels.Conversation.Answers;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.Flows.Loading;
using ChatChannels.Conversation.Localization;

namespace ChatChannels.Host.Checking;

/// <summary>The answers that proofs are made with: the widest on a phone, or usual ones where it is about time.</summary>
internal sealed class SampleValues(Fund fund, ServiceContract contract, Language language, Gauge gauge, bool usual)
{
    /// <summary>The digits of what a service action adds where its signature does not say otherwise: a reference, a number.</summary>
    private const string AddedDigits = "8888888888";

    public Language Language => language;

    /// <summary>Where the screens are shown: chats have words of their own.</summary>
    public Channel Channel { get; init; } = Channel.Ussd;

    public Distinctions Distinctions { get; } = new(fund);

    public AnswerContext Context { get; } = fund.AnswerContext(language, CheckTime.Today);

    /// <summary>The number that calls.</summary>
    public string Caller => Widest(AnswerTypes.Find("phone")!, AnswerSettings.None);

    /// <summary>The answers to try at a state: one for each group that conditions tell apart.</summary>
    public IEnumerable<string> Of(State.Collects state, AnswerSheet answers)
    {
        if (answers.TryGet(state.As, out var settled))
            return [settled];
        if (state.Derive.FirstOrDefault(derivation => derivation.Holds(answers, () => true)) is { } derivation)
            return [Derived(derivation.Source, answers)];
        string[] skipped = state.Optional && Distinctions.Read(state.As) ? [""] : [];
        return state switch
        {
            State.Ask ask => [Asked(ask), .. skipped],
            State.Attach attach => [.. Attached(attach), .. skipped],
            _ => [.. Chosen((State.Choose)state, answers), .. skipped],
        };
    }

    /// <summary>A value for any answer's name, asked for or added.</summary>
    public string Of(string name) => fund.CollectorOf(name) switch
    {
        State.Ask ask => Asked(ask),
        State.Choose choose => choose.Options.Items.MaxBy(Share)!.Value,
        State.Attach attach => attach.Values.MaxBy(Share)!,
        _ => Added(name),
    };

    /// <summary>Every answer that any flow collects.</summary>
    public AnswerSheet All() => AnswerSheet.None.WithAll(fund.Flows
        .SelectMany(flow => flow.States).OfType<State.Collects>()
        .Select(state => state.As).Distinct(StringComparer.Ordinal)
        .Select(name => KeyValuePair.Create(name, Of(name))));

    private string Asked(State.Ask ask)
    {
        var widest = Widest(ask.Type, ask.Settings);
        var length = ask.Type.UsualLength(ask.Settings);
        if (!usual || length >= widest.Length)
            return widest;
        return ask.Type.Read(widest[..length], ask.Settings, Context) is AnswerReading.Accepted shorter ? shorter.Canonical : widest;
    }

    private string Widest(IAnswerType type, AnswerSettings settings) => type.Widest(settings, Context);

    /// <summary>What an action brings along, in the language where it is words.</summary>
    public string Added(string name) => contract.Actions.FirstOrDefault(action => action.Widest.ContainsKey(name)) is { } action
        ? action.Widest[name](fund, language)
        : AddedDigits;

    private IEnumerable<string> Chosen(State.Choose choose, AnswerSheet answers) => choose.Exits
        ? choose.Options.Items.Select(item => item.Value)
        : choose.Among(answers)
            .GroupBy(item => Distinctions.Of(choose.As, item.Value), StringComparer.Ordinal)
            .SelectMany(alike => Widest([.. alike]).Select(item => item.Value).Concat(Parting(choose)))
            .Distinct(StringComparer.Ordinal);

    /// <summary>Of options that no condition tells apart, the one with the longest label and those of which there is most to tell.</summary>
    private IEnumerable<ChoiceItem> Widest(IReadOnlyList<ChoiceItem> alike) => alike[0].Texts.Keys
        .Select(text => alike.MaxBy(item => gauge.ShareOf(item.Texts.GetValueOrDefault(text)?[language] ?? ""))!)
        .Prepend(alike.MaxBy(Share)!);

    /// <summary>The options that lead to the widest of another list's, and to most of them.</summary>
    private IEnumerable<string> Parting(State.Choose choose) => Distinctions.PartedBy(choose.As) is { } parted
        ? Widest(parted.Options.Items).Select(item => item.Within!)
            .Append(parted.Options.Items.GroupBy(item => item.Within!, StringComparer.Ordinal).MaxBy(part => part.Count())!.Key)
        : [];

    /// <summary>Of the ways to send a file that no condition tells apart, the one with the longest words.</summary>
    private IEnumerable<string> Attached(State.Attach attach) => attach.Values
        .GroupBy(value => Distinctions.Of(attach.As, value), StringComparer.Ordinal)
        .Select(alike => alike.MaxBy(Share)!);

    private double Share(string attached) => gauge.ShareOf(fund.Texts.Plain(language, CommonTexts.Attached(attached)));

    private double Share(ChoiceItem item) => gauge.ShareOf(item.LabelIn(language));

    private string Derived(DerivationSource source, AnswerSheet answers) => source switch
    {
        DerivationSource.Literal literal => literal.Value,
        DerivationSource.Answer answer => answers[answer.Name] ?? "",
        _ => Caller,
    };
}
