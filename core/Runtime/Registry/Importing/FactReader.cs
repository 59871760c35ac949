using System.Collections.Immutable;
using System.Globalization;
using ChatChannels.Conversation.Answers;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Services.PreRegistration;

namespace ChatChannels.Runtime.Registry.Importing;

/// <summary>Reads columns that are named like answers of the fund's services, as those answers are read.</summary>
internal sealed class FactReader(Fund fund, DateOnly today)
{
    /// <summary>What a register tells of a person whether or not the fund's services ask for it.</summary>
    private static readonly ImmutableArray<string> Names = [PersonAnswers.Surname, PersonAnswers.GivenNames];

    private readonly AnswerContext _context = fund.AnswerContext(fund.Languages[0], today);

    public bool Knows(string column) => fund.CollectorOf(column) is not null || Names.Contains(column, StringComparer.Ordinal);

    public AnswerSheet Read(CsvRow row) => row.Columns.Where(Knows).Aggregate(
        AnswerSheet.None,
        (facts, name) => row.Text(name) is { } written && Canonical(row, name, written) is { } canonical ? facts.With(name, canonical) : facts);

    /// <summary>A phone number of the fund's country, E.164.</summary>
    public string? Phone(CsvRow row, string column) => row.Text(column) is { } written
        ? Canonical(row, column, written, AnswerTypes.Find("phone")!, AnswerSettings.None)
        : null;

    /// <summary>As the first question for it that accepts it reads it: a number may be asked for in two forms.</summary>
    private string? Canonical(CsvRow row, string name, string written)
    {
        var asked = fund.Flows.SelectMany(flow => flow.States).OfType<State.Collects>().Where(state => string.Equals(state.As, name, StringComparison.Ordinal)).ToList();
        if (asked is [State.Choose choose, ..])
            return choose.Options.TryFind(written, out _) ? written : row.Bad(name, "is none of the options");
        var asks = asked.OfType<State.Ask>().ToList();
        var ask = asks.Find(ask => ask.Type.Read(written, ask.Settings, _context) is AnswerReading.Accepted) ?? asks.FirstOrDefault();
        return Canonical(row, name, written, ask?.Type ?? AnswerTypes.Find("name")!, ask?.Settings ?? AnswerSettings.None);
    }

    /// <summary>Dates are not judged as answers are: the register may know whom the service would refuse.</summary>
    private string? Canonical(CsvRow row, string name, string written, IAnswerType type, AnswerSettings settings)
    {
        if (type.Name is "date" && DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            return written;
        return type.Read(written, settings, _context) is AnswerReading.Accepted accepted ? accepted.Canonical : row.Bad(name, $"is no {type.Name}");
    }
}
