namespace ChatChannels.Services.Accounts;

/// <summary>A link by which a person sets a password, once and within the hour. Only who holds the link can read it. Personal.</summary>
public sealed record PasswordLink(AccountHolder Holder, DateTimeOffset Expires)
{
    /// <summary>How long a link is valid.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    public bool IsUsed { get; init; }

    /// <summary>Whether a password may still be set by it.</summary>
    public bool IsLive(DateTimeOffset now) => !IsUsed && now < Expires;

    public override string ToString() => $"PasswordLink {{ {Holder.Fund} *** }}";
}
