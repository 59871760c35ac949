using ChatChannels.Services;

namespace ChatChannels.Runtime.Ids;

/// <summary>Ids and digits from the system's cryptographic source.</summary>
public sealed class RandomIds : IIdSource
{
    /// <summary>Bytes from here on are drawn again: they would favour the low digits.</summary>
    private const byte Unfair = 250;

    public Guid NextId()
    {
        Span<byte> bytes = stackalloc byte[16];
        RandomPool.Fill(bytes);
        return new Guid(bytes);
    }

    public string NextDigits(int count) => string.Create(count, 0, (digits, _) =>
    {
        foreach (ref var digit in digits)
            digit = NextDigit();
    });

    private static char NextDigit()
    {
        Span<byte> one = stackalloc byte[1];
        do
        {
            RandomPool.Fill(one);
        }
        while (one[0] >= Unfair);

        return (char)('0' + (one[0] % 10));
    }
}
