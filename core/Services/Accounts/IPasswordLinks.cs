namespace ChatChannels.Services.Accounts;

/// <summary>Links to the password page. They are issued and used up by a <see cref="Change"/>.</summary>
public interface IPasswordLinks
{
    /// <summary>What a token leads to, used or not; null for an unknown one.</summary>
    Task<PasswordLink?> Find(string token, CancellationToken cancellation);
}
