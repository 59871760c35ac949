using ChatChannels.Services;

namespace ChatChannels.Hostility;

/// <summary>Counts how often a secret was hashed: nothing is compared without.</summary>
public sealed class CountedSecrets(ISecrets secrets) : ISecrets
{
    private int _asked;

    public int Asked => _asked;

    public string Hash(string subject, string secret)
    {
        Interlocked.Increment(ref _asked);
        return secrets.Hash(subject, secret);
    }
}
