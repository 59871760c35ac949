using System.Buffers.Binary;
using System.Security.Cryptography;
using ChatChannels.Conversation;
using ChatChannels.Host.Replay;
using ChatChannels.Runtime.Documents;

namespace ChatChannels.Tests.Runtime.Documents;

/// <summary>Of a photo only the picture is kept: nothing says where, when or by what it was taken, and nothing hides behind it.</summary>
public sealed class CleanPhotoTests(ITestOutputHelper output)
{
    private static readonly byte[] Secret = [.. "GPS 3.8667 11.5167 at home"u8];
    private static readonly byte[] Upright = SampleFiles.Photo;

    [Fact]
    public void Read_PlainPhoto_IsKeptAsItIs() => Assert.Equal(Upright, Kept(Upright));

    [Theory]
    [InlineData(0xE0)]
    [InlineData(0xE1)]
    [InlineData(0xE2)]
    [InlineData(0xED)]
    [InlineData(0xEE)]
    [InlineData(0xFE)]
    public void Read_PhotoWithWhatACameraAdds_IsKeptWithoutIt(byte marker) => Assert.Equal(Upright, Kept(With(marker, Secret)));

    [Fact]
    public void Read_PhotoWithSomethingBehindIt_IsKeptWithoutIt() => Assert.Equal(Upright, Kept([.. Upright, .. Secret]));

    [Theory]
    [InlineData(true, 6)]
    [InlineData(false, 8)]
    public void Read_PhotoOnItsSide_SaysOnlyWhichWayUp(bool isBig, byte way)
    {
        var kept = Kept(With(0xE1, [.. Exif(isBig, way), .. Secret]));

        Assert.Equal(With(0xE1, Exif(isBig: true, way)), kept);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    [InlineData(9)]
    public void Read_PhotoThatIsUpright_SaysNothing(byte way) => Assert.Equal(Upright, Kept(With(0xE1, Exif(isBig: true, way))));

    [Fact]
    public void Read_Picture_KeepsItsChunksAlone()
    {
        byte[] head = [0x89, .. "PNG\r\n\u001A\n"u8];
        byte[] picture = [.. Chunk("IHDR", new byte[13]), .. Chunk("IDAT", [1, 2, 3])];
        byte[] told = [.. Chunk("tEXt", Secret), .. Chunk("eXIf", Secret), .. Chunk("tIME", new byte[7])];

        var kept = Kept([.. head, .. picture[..25], .. told, .. picture[25..], .. Chunk("IEND", []), .. Secret]);

        Assert.Equal([.. head, .. picture, .. Chunk("IEND", [])], kept!);
    }

    [Fact]
    public void Read_CutAnywhere_IsNotKept()
    {
        for (var length = 3; length < Upright.Length; length++)
            Assert.Null(Kept(Upright[..length]));
    }

    [Fact]
    public void Read_TwentyThousandBroken_NeverFailsNorKeepsTheSecret()
    {
        var seed = RandomNumberGenerator.GetInt32(int.MaxValue);
        output.WriteLine($"seed {seed}");
        var chance = new Random(seed);
        var photo = With(0xE1, [.. Exif(isBig: true, 6), .. Secret]);
        for (var i = 0; i < 20_000; i++)
        {
            var broken = photo.ToArray();
            for (var n = chance.Next(1, 4); n > 0; n--)
                broken[chance.Next(4, 34)] ^= (byte)(1 << chance.Next(8));
            if (Kept(broken) is { } kept)
                Assert.Equal(-1, kept.AsSpan().IndexOf("11.5167"u8));
        }
    }

    private static byte[]? Kept(byte[] sent) => new DocumentIntake(null!, new CountedIds(), TimeProvider.System).Read(new FundId("fund-a"), sent)?.Content.ToArray();

    private static byte[] With(byte marker, byte[] segment)
    {
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)(segment.Length + 2));
        return [.. Upright[..2], 0xFF, marker, .. length, .. segment, .. Upright[2..]];
    }

    /// <summary>One entry: which way up.</summary>
    private static byte[] Exif(bool isBig, byte way) => isBig
        ? [.. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, way, 0, 0, 0, 0, 0, 0]
        : [.. "Exif\0\0II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, way, 0, 0, 0, 0, 0, 0, 0];

    private static byte[] Chunk(string type, byte[] content)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        return [.. length, .. System.Text.Encoding.ASCII.GetBytes(type), .. content, 1, 2, 3, 4];
    }
}
