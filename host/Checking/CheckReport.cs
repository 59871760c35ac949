using System.Globalization;

namespace ChatChannels.Host.Checking;

/// <summary>What a check found: each sound fund's sizes, and every defect.</summary>
/// <param name="Count">Every fund that was looked at, sound or not.</param>
internal sealed record CheckReport(int Count, IReadOnlyList<FundReport> Funds, IReadOnlyList<FoundDefect> Defects)
{
    /// <summary>The last line: what was looked at, and how many defects there are.</summary>
    public string Summary
    {
        get
        {
            var flows = Funds.SelectMany(report => report.Fund.Flows).ToList();
            var languages = Funds.SelectMany(report => report.Fund.Languages).Distinct().Count();
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{Count} funds, {flows.Count} flows, {flows.Sum(flow => flow.States.Length)} states, {languages} languages, {Funds.Sum(report => report.Screens)} screens: {Defects.Count} defects");
        }
    }
}
