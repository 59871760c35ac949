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

    /// <summary>Who collects an answer: often several states, of which each takes another kind of document.</summary>
    private readonly ILookup<string, State.Collects> _collectors = fund.Flows
        .SelectMany(flow => flow.States).OfType<State.Collects>().ToLookup(state => state.As, StringComparer.Ordinal);

    public bool Knows(string column) => _collectors.Contains(column);

    public AnswerSheet Read(CsvRow row) => row.Columns.Where(Knows).Aggregate(
        AnswerSheet.None,
        (facts, name) => row.Text(name) is { } written && Canonical(row, name, written) is { } canonical ? facts.With(name, canonical) : facts);

    /// <summary>A phone number of the fund's country, E.164.</summary>
    public string? Phone(CsvRow row, string column) => row.Text(column) is not { } written ? null
        : Canonical(written, AnswerTypes.Find("phone")!, AnswerSettings.None) ?? row.Bad(column, "is no phone");

    private string? Canonical(CsvRow row, string name, string written) =>
        _collectors[name].Select(state => Canonical(written, state)).FirstOrDefault(canonical => canonical is not null)
        ?? row.Bad(name, _collectors[name].First() is State.Ask ask ? $"is no {ask.Type.Name}" : "is none of the options");

    private string? Canonical(string written, State.Collects state) => state switch
    {
        State.Ask ask => Canonical(written, ask.Type, ask.Settings),
        State.Choose choose when !choose.Options.TryFind(written, out _) => null,
        _ => written,
    };

    /// <summary>Dates are not judged as answers are: the register may know whom the service would refuse.</summary>
    private string? Canonical(string written, IAnswerType type, AnswerSettings settings)
    {
        if (type.Name is "date" && DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            return written;
        return type.Read(written, settings, _context) is AnswerReading.Accepted accepted ? accepted.Canonical : null;
    }
}
