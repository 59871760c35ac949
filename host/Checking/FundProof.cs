using ChatChannels.Conversation.Answers;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.Flows.Loading;
using ChatChannels.Conversation.Localization;

namespace ChatChannels.Host.Checking;

/// <summary>Proves one fund: every screen in every language fits, is not too many pages, and every service keeps within a session.</summary>
internal sealed class FundProof(Fund fund, FundFiles files, ServiceContract contract, Gauge gauge)
{
    private const int PagesByDefault = 9;
    private const int SegmentsByDefault = 3;
    private readonly FundPlaces _places = new(files);
    private readonly Dictionary<string, ScreenTable> _tables = new(StringComparer.Ordinal);
    private readonly List<ScreenTable> _order = [];
    private readonly Dictionary<(ScreenTable, string, Language), Judged> _judged = [];
    private readonly List<Defect> _defects = [];

    public FundReport Prove(MessageSizes messages)
    {
        var before = gauge.Screens;
        foreach (var language in fund.Languages)
            ProveScreens(language);
        _defects.AddRange(_judged.SelectMany(row => DefectsOf(row.Key.Item2, row.Key.Item3, row.Value)));
        foreach (var service in fund.Menu)
            ProvePace(fund.Newest(service));
        var sent = messages.Templates.SelectMany(template => fund.Languages.Select(language => Segments(messages, template, language))).ToList();
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(fund.TimeZone, out _))
            _defects.Add(_places.AtFund("unknown-time-zone", "time-zone", $"'{fund.TimeZone}' is no time zone; write one of the IANA names, like Africa/Douala."));
        return new FundReport(fund, _order, sent, [.. _defects.Distinct()], gauge.Screens - before);
    }

    private int MostPages => Policy("screens", "max-pages") ?? PagesByDefault;

    private int MostSegments => Policy("messages", "max-segments") ?? SegmentsByDefault;

    private void ProveScreens(Language language)
    {
        var values = new SampleValues(fund, contract, language, gauge, usual: false);
        foreach (var screen in new EngineScreens(fund, values).All())
            Keep(Table("", "every service"), language, screen.Name, Judge(screen.Prompt, (kind, message) => _places.AtText(kind, language, screen.Text, message)));
        var explorer = new Explorer(fund, contract, values);
        var states = new StateScreens(fund, values, gauge);
        foreach (var stand in Roots(explorer).Where(stand => stand.IsShown))
            foreach (var prompt in states.Of(stand))
                Keep(Table(stand.Flow), language, stand.Top.State, Judge(prompt, (kind, message) => FundPlaces.AtState(kind, stand.Flow, stand.State, message)));
    }

    /// <summary>Every stand of every flow: from the menu, and by itself where no service leads to it (an earlier version, say).</summary>
    private List<Stand> Roots(Explorer explorer)
    {
        var stands = fund.Menu.SelectMany(service => explorer.From(Stand.At(fund, fund.Newest(service)))).ToList();
        var entered = stands.Select(stand => stand.Flow).ToHashSet();
        stands.AddRange(fund.Flows.Where(flow => !entered.Contains(flow)).SelectMany(flow => explorer.From(Stand.At(fund, flow))));
        return stands;
    }

    private Judged Judge(Prompt prompt, Func<string, string, Defect> defect) => new(gauge.Measure(prompt), prompt.Ends, defect);

    /// <summary>Of all that a state can show the largest counts.</summary>
    private void Keep(ScreenTable table, Language language, string row, Judged judged)
    {
        table.Add(row, language, judged.Size);
        var known = _judged.GetValueOrDefault((table, row, language), judged);
        _judged[(table, row, language)] = judged with { Size = ScreenSize.Larger(known.Size, judged.Size), Ends = known.Ends || judged.Ends };
    }

    private IEnumerable<Defect> DefectsOf(string row, Language language, Judged judged)
    {
        var (size, ends, defect) = judged;
        if (!size.Fits)
            yield return defect("screen-too-long", $"In '{language}' a line of '{row}' does not fit on one screen even alone. Shorten the option or the keys.");
        if (ends && size.Pages > 1)
            yield return defect("last-words-too-long", $"In '{language}' the last words of '{row}' need {size.Pages} screens, but a last screen cannot be paged and is cut. Shorten them.");
        else if (size.Pages > MostPages)
            yield return defect("too-many-pages", $"In '{language}' '{row}' takes up to {size.Pages} pages, more than the {MostPages} of the policy screens: max-pages.");
    }

    private void ProvePace(Flow service)
    {
        var session = fund.Operators.Select(carrier => carrier.SessionSeconds).DefaultIfEmpty(int.MaxValue).Min();
        foreach (var language in fund.Languages)
        {
            var values = new SampleValues(fund, contract, language, gauge, usual: true);
            var states = new StateScreens(fund, values, gauge);
            var walk = new PaceWalk(new Explorer(fund, contract, values), stand => gauge.Measure(states.Plain(stand)).Pages, session);
            var pace = walk.Walk(Stand.At(fund, service), new EngineScreens(fund, values).Opening().Sum(prompt => gauge.Measure(prompt).Pages));
            Table(service).Notes.Add($"{language}: {pace.Screens} screens and {pace.Seconds} s from the dial to the end, {pace.Stretch} s at most without a save point (sessions last {session} s)");
            _defects.AddRange(walk.Slow.Select(slow => FundPlaces.AtState("too-slow", slow.Flow, slow.State, Describe(service, language, slow, session))));
        }
    }

    private static string Describe(Flow service, Language language, SlowState slow, int session) =>
        $"In '{service.Name}' ({language}) {slow.Seconds} s have passed since '{slow.Since}' when '{slow.State.Name}' is done, but sessions last {session} s. Put save: true here or before.";

    private MessageSize Segments(MessageSizes messages, string template, Language language)
    {
        var segments = messages.Segments(template, new SampleValues(fund, contract, language, gauge, usual: false));
        if (segments > MostSegments)
            _defects.Add(_places.AtText("sms-too-long", language, CommonTexts.Sms(template), $"The SMS '{template}' takes up to {segments} segments, more than the {MostSegments} of the policy messages: max-segments."));
        return new MessageSize(template, language, segments);
    }

    private int? Policy(string section, string name) => (int?)fund.Policies.GetValueOrDefault(section, AnswerSettings.None).Number(name);

    private ScreenTable Table(Flow flow) =>
        Table($"{flow.Name}.v{flow.Version}", fund.Newest(flow.Name) == flow ? flow.Name : $"{flow.Name}, version {flow.Version}");

    private ScreenTable Table(string key, string title)
    {
        if (!_tables.TryGetValue(key, out var table))
            _order.Add(_tables[key] = table = new ScreenTable(title));
        return table;
    }

    /// <summary>The largest that a state or a screen of the engine shows, and where its defects are.</summary>
    private sealed record Judged(ScreenSize Size, bool Ends, Func<string, string, Defect> Defect);
}
