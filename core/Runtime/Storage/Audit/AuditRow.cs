using System.Buffers.Binary;
using System.Text;

namespace ChatChannels.Runtime.Storage.Audit;

/// <summary>A fact as stored. Its hash is over the canonical bytes: numbers big-endian, every field behind its length.</summary>
internal sealed record AuditRow(long Seq, long At, string Fund, string Fact, string About, byte[]? Actor, byte[] Prev, byte[] Hash)
{
    public byte[] Canonical()
    {
        var bytes = new MemoryStream();
        Span<byte> number = stackalloc byte[8];
        foreach (var value in (ReadOnlySpan<long>)[Seq, At])
        {
            BinaryPrimitives.WriteInt64BigEndian(number, value);
            bytes.Write(number);
        }

        foreach (var field in (ReadOnlySpan<byte[]>)[Utf8(Fund), Utf8(Fact), Utf8(About), Actor ?? [], Prev])
        {
            BinaryPrimitives.WriteInt64BigEndian(number, field.Length);
            bytes.Write(number);
            bytes.Write(field);
        }

        return bytes.ToArray();
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
