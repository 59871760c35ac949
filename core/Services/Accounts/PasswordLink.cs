using ChatChannels.Services.Links;

namespace ChatChannels.Services.Accounts;

/// <summary>A link by which a person sets a password, within the hour.</summary>
public sealed record PasswordLink : Link
{
    /// <summary>How long a link is valid.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    public required AccountHolder Holder { get; init; }

    public override string ToString() => $"PasswordLink {{ {Holder.Fund} *** }}";
}
