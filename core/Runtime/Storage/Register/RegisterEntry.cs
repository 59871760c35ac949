using ChatChannels.Conversation;
using ChatChannels.Services.Claims;
using ChatChannels.Services.Members;

namespace ChatChannels.Runtime.Storage.Register;

/// <summary>Something that the local register holds; put in place of what it held under the same number. A closed family.</summary>
public abstract record RegisterEntry
{
    private RegisterEntry()
    {
    }

    /// <summary>A member.</summary>
    /// <param name="FoundBy">The names of those facts that the member is looked for by, beside number and identity.</param>
    public sealed record OfMember(Member Member, IReadOnlyList<string> FoundBy) : RegisterEntry;

    /// <summary>A member's account.</summary>
    public sealed record OfAccount(Account Account) : RegisterEntry;

    /// <summary>A member's claim.</summary>
    /// <param name="Number">The member's registration number.</param>
    public sealed record OfClaim(FundId Fund, string Number, Claim Claim) : RegisterEntry
    {
        public override string ToString() => $"OfClaim {{ {Fund} *** }}";
    }

    /// <summary>An employer.</summary>
    public sealed record OfEmployer(Employer Employer) : RegisterEntry;
}
