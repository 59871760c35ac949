using System.Globalization;
using System.Security.Cryptography;

namespace ChatChannels.Services.Accounts;

/// <summary>
/// A password as the register is told it: PBKDF2 with HMAC-SHA-256, written <c>pbkdf2-sha256$600000$salt$hash</c> in base64. The
/// password itself is kept nowhere (OWASP Password Storage Cheat Sheet).
/// </summary>
public static class PasswordHash
{
    private const int Iterations = 600_000;
    private const int Size = 32;

    /// <summary>Hashes a password; the same letters in another Unicode form are the same password.</summary>
    /// <param name="salt">16 random bytes.</param>
    public static string Of(string password, ReadOnlySpan<byte> salt) => Write(password, salt, Iterations);

    /// <summary>Whether a password is the one of a hash.</summary>
    public static bool Matches(string password, string hash)
    {
        var parts = hash.Split('$');
        return parts is ["pbkdf2-sha256", var iterations, var salt, _]
            && int.TryParse(iterations, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && CryptographicOperations.FixedTimeEquals(
                System.Text.Encoding.ASCII.GetBytes(hash),
                System.Text.Encoding.ASCII.GetBytes(Write(password, Convert.FromBase64String(salt), count)));
    }

    private static string Write(string password, ReadOnlySpan<byte> salt, int iterations) => string.Create(
        CultureInfo.InvariantCulture,
        $"pbkdf2-sha256${iterations}${Convert.ToBase64String(salt)}${Convert.ToBase64String(Rfc2898DeriveBytes.Pbkdf2(password.Normalize(), salt, iterations, HashAlgorithmName.SHA256, Size))}");
}
