namespace ChatChannels.Services.Accounts;

/// <summary>What a password must be: eight characters, with a lower-case letter, a capital and a digit (CE-21).</summary>
public static class PasswordRule
{
    public const int Shortest = 8;

    /// <summary>Long enough for a sentence (OWASP ASVS 5.0, V6.2.9).</summary>
    public const int Longest = 128;

    public static bool Fits(string password) =>
        password.Length is >= Shortest and <= Longest
        && password.Any(char.IsLower) && password.Any(char.IsUpper) && password.Any(char.IsDigit) && !password.Any(char.IsControl);
}
