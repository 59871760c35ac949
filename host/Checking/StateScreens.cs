using System.Globalization;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.Text;

namespace ChatChannels.Host.Checking;

/// <summary>Every screen that a person can see at a state: the question, with the longest notice on top, and what its keys open.</summary>
internal sealed class StateScreens(Fund fund, SampleValues values, Gauge gauge)
{
    private readonly Dictionary<State, string> _notices = [];

    public IEnumerable<Prompt> Of(Stand stand)
    {
        if (stand.State is State.End)
            return [Prompt(stand, Life.Ended)];
        var asked = WithNotice(stand, [Prompt(stand, Life.InService), .. Searched(stand)]);
        var wrong = stand.State is State.Tell ? [] : WithNotice(stand, [Detour(stand, Life.OfferedWayOut)]);
        var changes = stand.State is State.Review { Edit: true } ? WithNotice(stand, [Detour(stand, Life.ChoosingChange)]) : [];
        return [.. asked, .. wrong, .. changes, Detour(stand, Life.Helping)];
    }

    /// <summary>What the person sees first, nothing having gone wrong.</summary>
    public Prompt Plain(Stand stand) => Prompt(stand, stand.State is State.End ? Life.Ended : Life.InService);

    private Prompt Detour(Stand stand, Life life) => Prompt(stand, life, Life.InService);

    private Prompt Prompt(Stand stand, Life life, Life returnTo = Life.Fresh, string? filter = null) => ConversationEngine.PromptOf(
        stand.AsSession(values, life, returnTo) with { Filter = filter }, fund, CheckTime.SurroundingsOf(fund));

    private IEnumerable<Prompt> WithNotice(Stand stand, IEnumerable<Prompt> prompts) =>
        prompts.Select(prompt => prompt with { Notice = LongestNotice(stand.State) });

    /// <summary>The lists that typing the beginning of a name leads to: one for each letter that a name, or a word of it, begins with.</summary>
    private IEnumerable<Prompt> Searched(Stand stand) => stand.State is State.Choose { Search: true } choose
        ? choose.Options.Items
            .SelectMany(item => Folding.ForMatching(item.LabelIn(values.Language)).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(word => StringInfo.GetNextTextElement(word)).Distinct(StringComparer.Ordinal)
            .Select(letter => Prompt(stand, Life.InService, filter: letter))
        : [];

    private string LongestNotice(State state)
    {
        if (!_notices.TryGetValue(state, out var notice))
            _notices[state] = notice = Notices(state).MaxBy(gauge.ShareOf)!;
        return notice;
    }

    private IEnumerable<string> Notices(State state) =>
    [
        Text(CommonTexts.ResumeCarried),
        .. state switch
        {
            State.Ask ask => Failures.Of(fund, ask, values.Context),
            State.Choose choose => [Text(choose.Search ? CommonTexts.ChooseNoneFound : CommonTexts.ChooseInvalid)],
            State.Attach => [Text(CommonTexts.AttachInvalid)],
            State.Review => [Text(CommonTexts.ChooseInvalid), Text(CommonTexts.ReviewReadAll)],
            _ => [],
        },
    ];

    private string Text(string key) => fund.Texts.Plain(values.Language, key);
}
