using System.Text.RegularExpressions;
using ChatChannels.Conversation.Flows.Loading;

namespace ChatChannels.Conversation.Flows.Inspection;

/// <summary>The fund's own page: its codes, its menu, its versions.</summary>
internal static partial class FundCheck
{
    private const string File = "fund.yaml";

    public static IEnumerable<Defect> Find(FundDraft fund) => [.. Codes(fund), .. Menu(fund), .. Versions(fund)];

    private static IEnumerable<Defect> Codes(FundDraft fund) => fund.ServiceCodes
        .Where(code => !ServiceCode().IsMatch(code.Text))
        .Select(code => new Defect("service-code", File, code.Line, $"'{code.Text}' cannot be dialled; a service code looks like *237*1#."));

    private static IEnumerable<Defect> Menu(FundDraft fund)
    {
        if (fund.Menu.Length > 9)
            yield return new Defect("menu-too-long", File, fund.Menu[9].Line, "A menu has at most nine services, so that one key chooses.");
        foreach (var item in fund.Menu)
        {
            if (fund.Newest(item.Text) is null)
                yield return new Defect("unknown-flow", File, item.Line, $"The menu names '{item.Text}', but there is no services/{item.Text}.yaml.");
        }
    }

    private static IEnumerable<Defect> Versions(FundDraft fund) => fund.Flows
        .GroupBy(flow => (flow.Name, flow.Version))
        .SelectMany(same => same.Skip(1))
        .Select(flow => flow.Defect("same-version", 1, $"Another file holds version {flow.Version} of '{flow.Name}' already."));

    [GeneratedRegex(@"^\*\d{1,5}(\*\d{1,5})*#$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex ServiceCode();
}
