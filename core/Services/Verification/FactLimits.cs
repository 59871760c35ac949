using System.Collections.Immutable;
using ChatChannels.Services.Actions;

namespace ChatChannels.Services.Verification;

/// <summary>
/// How often facts about people may be guessed: against each number that names a person, and by each line. All of it is silent, for
/// known and unknown persons alike: beyond it nobody is found. Right facts cost nothing in the end.
/// </summary>
internal static class FactLimits
{
    /// <summary>Wrong facts a day of one asker against one person (promise 14).</summary>
    private const int PerPerson = 5;

    /// <summary>Wrong facts a day of all networks together against one person; lines have counts of their own.</summary>
    private const int PerPersonOfNetworks = 20;

    /// <summary>Wrong facts a day of one line, against whomever (promise 14).</summary>
    private const int PerLine = 10;

    /// <summary>What guesses count against.</summary>
    /// <param name="persons">What names the person: numbers that were given, or the one located.</param>
    public static ImmutableArray<Allowance> Of(ActionRequest request, IEnumerable<string> persons)
    {
        var fund = request.Fund.Id;
        return
        [
            new($"facts:{fund}:line:{request.Address.Value}", PerLine, IsSilent: true),
            .. persons.SelectMany(person => OfPerson(request, $"facts:{fund}:{person}")),
        ];
    }

    /// <summary>What gives back what was taken where the facts were right; the same write where they were not.</summary>
    public static Change GiveBack(ActionRequest request, ImmutableArray<Allowance> taken, bool isRight) =>
        new Change.GiveBackFacts([.. taken.Select(allowance => allowance.Subject)], request.Today, isRight);

    private static IEnumerable<Allowance> OfPerson(ActionRequest request, string person)
    {
        yield return new($"{person}:by:{request.Asker}", PerPerson, IsSilent: true);
        if (request.Network is not null)
            yield return new($"{person}:networks", PerPersonOfNetworks, IsSilent: true);
    }
}
