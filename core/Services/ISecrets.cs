namespace ChatChannels.Services;

/// <summary>Hashes secrets with a key that is not in the database.</summary>
public interface ISecrets
{
    /// <summary>A keyed hash in lower-case hex, bound to what the secret belongs to.</summary>
    string Hash(string subject, string secret);
}
