using System.Globalization;

namespace ChatChannels.Hostility;

/// <summary>What came of rounds of guesses.</summary>
public sealed record CodeReport(int Seed, int Rounds, int Guesses)
{
    /// <summary>Rounds played.</summary>
    public int Played { get; init; }

    /// <summary>The most comparisons that one round got.</summary>
    public int MostCompared { get; init; }

    /// <summary>The fewest.</summary>
    public int LeastCompared { get; init; } = int.MaxValue;

    /// <summary>Successes in all.</summary>
    public int Successes { get; init; }

    /// <summary>Rounds with more than one success.</summary>
    public int Doubled { get; init; }

    public CodeReport With(int compared, IReadOnlyCollection<string> successes) => this with
    {
        Played = Played + 1,
        MostCompared = Math.Max(MostCompared, compared),
        LeastCompared = Math.Min(LeastCompared, compared),
        Successes = Successes + successes.Count,
        Doubled = Doubled + (successes.Count > 1 ? 1 : 0),
    };

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"seed {Seed}: {Played} rounds of {Guesses}; {LeastCompared} to {MostCompared} compared a round; {Successes} successes, {Doubled} rounds with several");
}
