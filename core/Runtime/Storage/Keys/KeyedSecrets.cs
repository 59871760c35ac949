using ChatChannels.Services;

namespace ChatChannels.Runtime.Storage.Keys;

/// <summary>Hashes secret codes by a sub-key of the master key, which is not in the database.</summary>
public sealed class KeyedSecrets(KeyRing keys) : ISecrets
{
    public string Hash(string subject, string secret) => Convert.ToHexStringLower(keys.Master.Secret(subject, secret));
}
