using System.Collections.Immutable;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;

namespace ChatChannels.Host.Checking;

/// <summary>What the conditions of a fund's flows tell apart, so that one answer can stand for all that no condition distinguishes.</summary>
internal sealed class Distinctions
{
    private readonly ILookup<string, Condition> _read;
    private readonly ImmutableArray<State.Choose> _parted;

    public Distinctions(Fund fund)
    {
        _read = fund.Flows
            .SelectMany(flow => flow.Arrows.Select(way => way.When)
                .Concat(flow.States.OfType<State.Collects>().SelectMany(state => state.Derive).Select(derivation => derivation.When)))
            .SelectMany(Atoms)
            .SelectMany(atom => atom.Reads.Select(name => (name, atom)))
            .ToLookup(read => read.name, read => read.atom, StringComparer.Ordinal);
        _parted = [.. fund.Flows.SelectMany(flow => flow.States).OfType<State.Choose>().Where(choose => choose.Within is not null)];
    }

    /// <summary>The choice among a list of which an answer says the part that is offered, or null.</summary>
    public State.Choose? PartedBy(string answer) => _parted.FirstOrDefault(choose => string.Equals(choose.Within, answer, StringComparison.Ordinal));

    public bool Read(string answer) => _read.Contains(answer);

    /// <summary>Equal for values of an answer that no condition tells apart.</summary>
    public string Of(string answer, string value) =>
        string.Concat(_read[answer].Select(condition => condition.Holds(AnswerSheet.None.With(answer, value)) ? '+' : '-'));

    private static IEnumerable<Condition> Atoms(Condition condition) => condition switch
    {
        Condition.All all => all.Parts.SelectMany(Atoms),
        Condition.Not not => Atoms(not.Inner),
        Condition.Always => [],
        _ => [condition],
    };
}
