using System.Globalization;
using System.Text;

namespace ChatChannels.Driver.Walks;

/// <summary>One session's person: a session id and a phone that no other has, and answers of their own.</summary>
public sealed class Caller
{
    /// <summary>Mobile numbers of the plan that the walks are written for: +237 6 and 5 to 9, then seven digits.</summary>
    internal const long Phones = 50_000_000;

    /// <summary>Prime to <see cref="Phones"/>, so that numbers come round in no order and only once.</summary>
    private const long Stride = 18_382_739;

    private readonly Walk _walk;
    private readonly byte[]?[] _values;

    internal Caller(Walk walk, Chance chance, long number)
    {
        _walk = walk;
        Number = number;
        SessionId = "ATUid_" + chance.Hex();
        var subscriber = ((number % Phones * Stride) % Phones) + (Phones * 13);
        Phone = string.Create(CultureInfo.InvariantCulture, $"+237{subscriber}");
        _values = [.. walk.MakeAnswers(chance).Select(answer => answer is null ? null : Encoding.UTF8.GetBytes(answer))];
        if (walk.IndexOf("phone-shown") is var shown and >= 0)
            _values[shown] = Encoding.UTF8.GetBytes(Shown(Phone[4..]));
    }

    /// <summary>The how-manieth caller: the phone follows from it alone.</summary>
    public long Number { get; }

    public string SessionId { get; }

    /// <summary>E.164, with its plus.</summary>
    public string Phone { get; }

    /// <summary>The value of a name in the walk, or null where it is not (yet) known.</summary>
    public string? this[string name] =>
        _walk.IndexOf(name) is var index and >= 0 && _values[index] is { } value ? Encoding.UTF8.GetString(value) : null;

    internal byte[]? Value(int index) => _values[index];

    internal void Learn(int index, byte[] value) => _values[index] = value;

    /// <summary>As a national number is written: 6 50 00 00 11.</summary>
    private static string Shown(string digits) => $"{digits[0]} {digits[1..3]} {digits[3..5]} {digits[5..7]} {digits[7..]}";
}
