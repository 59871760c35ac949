using System.Globalization;

namespace ChatChannels.Driver.Walks;

/// <summary>Chance that can be had again: the same seed gives the same answers. Not for secrets.</summary>
/// <param name="seed">Printed by every run.</param>
public sealed class Chance(ulong seed)
{
    private const string Consonants = "BDFGKLMNPRST";
    private const string Vowels = "AEIOU";

    private ulong _state = seed;

    /// <summary>The next 64 bits (SplitMix64).</summary>
    public ulong Next()
    {
        var mixed = _state += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>A number from 0 to below <paramref name="bound"/>.</summary>
    public int Below(int bound) => (int)(Next() % (ulong)bound);

    public string Digits(int count) => string.Create(count, this, static (digits, chance) =>
    {
        digits[0] = (char)('1' + chance.Below(9));
        foreach (ref var digit in digits[1..])
            digit = (char)('0' + chance.Below(10));
    });

    /// <summary>A word in capitals that can be spoken.</summary>
    public string Word(int length) => string.Create(length, this, static (letters, chance) =>
    {
        for (var i = 0; i < letters.Length; i++)
            letters[i] = i % 2 == 0 ? Consonants[chance.Below(Consonants.Length)] : Vowels[chance.Below(Vowels.Length)];
    });

    /// <summary>A day of the years that a working person is born in.</summary>
    public DateOnly BirthDate() => new(1970 + Below(30), 1 + Below(12), 1 + Below(28));

    public string Hex() => string.Create(CultureInfo.InvariantCulture, $"{Next():x16}{Next():x16}");
}
