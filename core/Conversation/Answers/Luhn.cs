namespace ChatChannels.Conversation.Answers;

/// <summary>
/// The check digit of ISO/IEC 7812-1 annex B: finds every single mistyped digit, and every swap of neighbours but 09 and 90.
/// </summary>
public static class Luhn
{
    /// <summary>The digits with their check digit after them.</summary>
    /// <exception cref="ArgumentException">There is a sign other than 0 to 9, or none.</exception>
    public static string Append(string digits)
    {
        ArgumentNullException.ThrowIfNull(digits);
        return Digits.Only(digits)
            ? digits + (char)('0' + ((10 - (Sum(digits + '0') % 10)) % 10))
            : throw new ArgumentException("Only the digits 0 to 9 can be given a check digit.", nameof(digits));
    }

    /// <summary>Whether the last digit checks those before it; false for anything but two digits or more.</summary>
    public static bool Holds(string digits)
    {
        ArgumentNullException.ThrowIfNull(digits);
        return Digits.Only(digits) && digits.Length > 1 && Sum(digits) % 10 == 0;
    }

    // Every second digit from the right counts double, the digits of the double summed.
    private static int Sum(string digits) =>
        digits.Reverse().Select((digit, at) => Weight(digit - '0', isDouble: at % 2 == 1)).Sum();

    private static int Weight(int digit, bool isDouble) => isDouble ? (digit * 2 / 10) + (digit * 2 % 10) : digit;
}
