using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ChatChannels.Driver.Walks;

namespace ChatChannels.Driver.Loads;

/// <summary>
/// Writes a line for every acknowledged hop: session id, phone, hop, what was typed, the start of the reply's SHA-256 in hex,
/// and the case number once one was shown, parted by tabs. Written out before the driver waits again, so that no end of the
/// server, and none of this process, loses a line. What is typed is invented, and logged.
/// </summary>
/// <param name="path">A file that is made anew.</param>
public sealed class HopLog(string path) : IWitness, IDisposable
{
    private readonly StreamWriter _file = new(path, append: false, new UTF8Encoding(false));

    public void Acknowledged(Caller caller, int hop, ReadOnlySpan<byte> typed, ReadOnlySpan<byte> reply)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(reply).AsSpan(0, 8));
        _file.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{caller.SessionId}\t{caller.Phone}\t{hop}\t{Encoding.UTF8.GetString(typed)}\t{hash}\t{caller["case-number"]}"));
    }

    public void Settled() => _file.Flush();

    public void Dispose() => _file.Dispose();
}
