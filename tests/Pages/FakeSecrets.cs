using System.Security.Cryptography;
using System.Text;
using ChatChannels.Services;

namespace ChatChannels.Tests.Pages;

/// <summary>Hashes without a key.</summary>
internal sealed class FakeSecrets : ISecrets
{
    public string Hash(string subject, string secret) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{subject}|{secret}")));
}
