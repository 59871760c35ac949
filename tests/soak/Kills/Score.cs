using System.Globalization;
using ChatChannels.Driver.Loads;
using ChatChannels.Soak.Checks;

namespace ChatChannels.Soak.Kills;

/// <summary>What a run has come to.</summary>
internal sealed class Score
{
    private const int Shown = 20;

    private readonly SortedDictionary<string, int> _kills = new(StringComparer.Ordinal);
    private readonly List<Finding> _findings = [];

    /// <summary>Hops that were acknowledged.</summary>
    public long Acknowledged { get; private set; }

    /// <summary>Requests that were sent again because no answer came, or an excuse.</summary>
    public long Repeated { get; private set; }

    /// <summary>Sessions that were offered to try again, while what a service action needs was out of reach.</summary>
    public long Detoured { get; private set; }

    /// <summary>Acknowledged requests that were sent again to see whether the same bytes come back.</summary>
    public long AskedAgain { get; set; }

    /// <summary>Points that were set and not reached in time; the service was killed from outside then.</summary>
    public int Missed { get; set; }

    public IReadOnlyList<Finding> Findings => _findings;

    public bool IsClean => _findings.Count is 0;

    /// <summary>Kills of each kind.</summary>
    public IReadOnlyDictionary<string, int> Kills => _kills;

    public void Killed(string how) => _kills[how] = _kills.GetValueOrDefault(how) + 1;

    public void Add(IEnumerable<Finding> findings) => _findings.AddRange(findings);

    /// <summary>Counts a load in; every screen that was not the right one is a finding.</summary>
    public void Add(Report report)
    {
        Acknowledged += report.Acknowledged;
        Repeated += report.Repeated;
        Detoured += report.Detoured;
        Add(report.FirstFaults.Select(fault => Finding.Misbehaved(string.Create(
            CultureInfo.InvariantCulture,
            $"{fault.SessionId}, hop {fault.Hop}: {fault.Problem} Expected: {fault.Expected} Got: {fault.Got}"))));
    }

    public void Print(TextWriter output)
    {
        foreach (var finding in _findings.Take(Shown))
            output.WriteLine($"{finding.Kind}: {finding.What}");
        if (_findings.Count > Shown)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"… and {_findings.Count - Shown} more"));
        output.WriteLine();
        foreach (var (how, count) in _kills)
            output.Row($"killed {how}", count);
        output.Row("killed in all", _kills.Values.Sum());
        output.Row("points not reached in time", Missed);
        output.Row("hops acknowledged", Acknowledged);
        output.Row("requests repeated", Repeated);
        output.Row("sessions told that a service is down", Detoured);
        output.Row("acknowledged requests asked again", AskedAgain);
        foreach (var kind in Enum.GetValues<FindingKind>())
            output.Row($"findings: {kind}", _findings.Count(finding => finding.Kind == kind));
    }
}
