using ChatChannels.Services;

namespace ChatChannels.Runtime.Storage.Keys;

/// <summary>Hashes secrets under a sub-key of the master key.</summary>
internal sealed class KeyedSecrets(KeyRing keys) : ISecrets
{
    public string Hash(string subject, string secret) => KeyRing.Hex(keys.Master.Secret(subject, secret));
}
