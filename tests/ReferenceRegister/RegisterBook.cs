using System.Collections.Concurrent;

namespace ChatChannels.ReferenceRegister;

/// <summary>What the register holds, in memory.</summary>
public sealed class RegisterBook
{
    private readonly ConcurrentDictionary<string, RegisteredPerson> _people = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, RegisteredClaim> _claims = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TakenRequest> _requests = new(StringComparer.Ordinal);

    public IReadOnlyCollection<RegisteredPerson> People => [.. _people.Values];

    public IReadOnlyCollection<RegisteredClaim> Claims => [.. _claims.Values];

    public IReadOnlyCollection<TakenRequest> Requests => [.. _requests.Values];

    public void Put(RegisteredPerson person)
    {
        ArgumentNullException.ThrowIfNull(person);
        _people[person.Number] = person;
    }

    public void Put(RegisteredClaim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        _claims[claim.Claim] = claim;
    }

    public RegisteredPerson? Person(string number) => _people.GetValueOrDefault(number);

    /// <summary>The one person whom all facts fit.</summary>
    public RegisteredPerson? Find(IReadOnlyDictionary<string, string> facts) =>
        facts.Count > 0 && People.Where(person => facts.All(fact => Fits(person, fact.Key, fact.Value))).ToList() is [var only] ? only : null;

    public bool Confirms(string number, string fact, string value) => Person(number) is { } person && Fits(person, fact, value);

    public bool Knows(string? identity, string? likeness) => People.Any(person => Same(person.Identity, identity) || Same(person.Likeness, likeness));

    /// <summary>Takes a request, or knows it again.</summary>
    /// <returns>Whether it is new; null where the key was used for another.</returns>
    public bool? Take(string key, string body)
    {
        var taken = _requests.AddOrUpdate(key, _ => new TakenRequest(key, body, 1), (_, known) => known with { Seen = known.Seen + 1 });
        return string.Equals(taken.Body, body, StringComparison.Ordinal) ? taken.Seen == 1 : null;
    }

    private static bool Fits(RegisteredPerson person, string fact, string value) =>
        Same(person.Facts.GetValueOrDefault(fact) ?? (fact is "registration-number" ? person.Number : null), value);

    private static bool Same(string? known, string? said) => !string.IsNullOrEmpty(said) && string.Equals(known, said, StringComparison.OrdinalIgnoreCase);
}
