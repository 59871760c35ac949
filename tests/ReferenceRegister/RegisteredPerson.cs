using System.Collections.Immutable;

namespace ChatChannels.ReferenceRegister;

/// <summary>A person as the register knows them.</summary>
public sealed record RegisteredPerson
{
    public required string Number { get; init; }

    public string Standing { get; init; } = "registered";

    public string? Reason { get; init; }

    public bool HasAccount { get; init; }

    public string? Phone { get; init; }

    public DateOnly? PhoneSince { get; init; }

    public string? Email { get; init; }

    public string PaymentMode { get; init; } = "none";

    public string Names { get; init; } = "";

    /// <summary>Never told: what the person is found, confirmed and known by.</summary>
    public required ImmutableSortedDictionary<string, string> Facts { get; init; }

    /// <summary>Never told.</summary>
    public string? Identity { get; init; }

    /// <summary>Never told.</summary>
    public string? Likeness { get; init; }
}
