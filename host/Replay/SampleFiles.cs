using System.Collections.Immutable;

namespace ChatChannels.Host.Replay;

/// <summary>Files that a person in a script sends, by name.</summary>
public static class SampleFiles
{
    private static readonly byte[] Quantization = [0xFF, 0xDB, 0, 67, 0, .. Enumerable.Repeat((byte)1, 64)];
    private static readonly byte[] Frame = [0xFF, 0xC0, 0, 11, 8, 0, 8, 0, 16, 1, 1, 0x11, 0];
    private static readonly byte[] Scan = [0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0x0F];

    /// <summary>The smallest photo there is: 16 by 8 grey points, as a JPEG.</summary>
    public static readonly byte[] Photo = [0xFF, 0xD8, .. Quantization, .. Frame, .. Huffman(0), .. Huffman(0x10), .. Scan, 0xFF, 0xD9];

    private static readonly ImmutableDictionary<string, byte[]> ByName = ImmutableDictionary<string, byte[]>.Empty
        .Add("photo.jpg", Photo)
        .Add("paper.pdf", [.. "%PDF-1.7\n%%EOF\n"u8])
        .Add("wages.csv", [.. "matricule;nom;salaire\n900000011;ESSAI;150000\n"u8])
        .Add("program.exe", [.. "MZ\0\0"u8]);

    /// <summary>What a file holds.</summary>
    /// <exception cref="FormatException">There is none of that name.</exception>
    public static byte[] Of(string name) =>
        ByName.GetValueOrDefault(name) ?? throw new FormatException($"There is no sample file {name}; there are {string.Join(", ", ByName.Keys.Order(StringComparer.Ordinal))}.");

    /// <summary>A table of one code: nothing differs, nothing follows.</summary>
    private static byte[] Huffman(byte which) => [0xFF, 0xC4, 0, 20, which, 1, .. new byte[15], 0];
}
