using System.Text.RegularExpressions;
using ChatChannels.Conversation.Flows.Loading;

namespace ChatChannels.Conversation.Flows.Inspection;

/// <summary>The fund's own page: its country and time zone, its codes, its menu, its versions.</summary>
internal static partial class FundCheck
{
    public const string File = "fund.yaml";

    public static IEnumerable<Defect> Find(FundDraft fund) => [.. Place(fund), .. Codes(fund)];

    /// <summary>Whether the menu leads to flows that can end a service.</summary>
    public static IEnumerable<Defect> Menu(FundDraft fund)
    {
        if (fund.Menu.Length > 9)
            yield return new Defect("menu-too-long", File, fund.Menu[9].Line, "A menu has at most nine services, so that one key chooses.");
        foreach (var item in fund.Menu.Where(item => fund.Newest(item.Text) is null))
            yield return new Defect("unknown-flow", File, item.Line, $"The menu names '{item.Text}', but there is no services/{item.Text}.yaml.");
        foreach (var flow in fund.Menu.Select(item => fund.Newest(item.Text)).OfType<FlowDraft>())
            foreach (var end in Paths.EndsFrom(flow, flow.Start).Where(end => end.Exit is not null))
                yield return flow.Defect("end-with-exit", end.Line, $"'{flow.Name}' is a service of the menu: nothing goes on behind '{end.Name}', so it needs last words (end: true).");
    }

    private static IEnumerable<Defect> Place(FundDraft fund)
    {
        if (!Country().IsMatch(fund.Country.Text))
            yield return new Defect("country", File, fund.Country.Line, $"'{fund.Country.Text}' is not a country; two capital letters are, as CM.");
        if (!TimeZone().IsMatch(fund.TimeZone.Text))
            yield return new Defect("time-zone", File, fund.TimeZone.Line, $"'{fund.TimeZone.Text}' is not a time zone; Africa/Douala is.");
    }

    private static IEnumerable<Defect> Codes(FundDraft fund) => fund.ServiceCodes
        .Where(code => !ServiceCode().IsMatch(code.Text))
        .Select(code => new Defect("service-code", File, code.Line, $"'{code.Text}' cannot be dialled; a service code looks like *237*1#."));

    /// <summary>Whether each version of a flow is one file.</summary>
    public static IEnumerable<Defect> Versions(FundDraft fund) => fund.Flows
        .GroupBy(flow => (flow.Name, flow.Version))
        .SelectMany(same => same.Skip(1))
        .Select(flow => flow.Defect("same-version", flow.VersionLine, $"Another file holds version {flow.Version} of '{flow.Name}' already."));

    [GeneratedRegex(@"^\*\d{1,5}(\*\d{1,5})*#$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex ServiceCode();

    [GeneratedRegex("^[A-Z]{2}$", RegexOptions.NonBacktracking)]
    private static partial Regex Country();

    [GeneratedRegex("^[A-Z][A-Za-z_]+(/[A-Z][A-Za-z_-]+)+$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex TimeZone();
}
