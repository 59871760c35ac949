using System.IO.Pipelines;
using System.Security.Cryptography;

namespace ChatChannels.Runtime.Documents;

/// <summary>
/// Holds what is being received in the folder for temporary files, not in memory: under a key that only memory has, and under no name
/// that would outlive the process.
/// </summary>
public sealed class SealedSpool : IAsyncDisposable
{
    private const int Buffer = 16 * 1024;

    private readonly Aes _aes = Aes.Create();
    private readonly FileStream _file;

    public SealedSpool()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Delete,
            BufferSize = Buffer,
            Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        _file = new FileStream(path, options);
        File.Delete(path); // it is there until it is closed
    }

    /// <summary>Octets received.</summary>
    public long Length { get; private set; }

    /// <summary>Receives a body; false when it has more octets than <paramref name="largest"/>.</summary>
    /// <exception cref="IOException">It is too large for the server, cut short, too slow, or the disk is full.</exception>
    public async Task<bool> Fill(PipeReader body, long largest, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(body);
        await using var sealing = new CryptoStream(_file, _aes.CreateEncryptor(), CryptoStreamMode.Write, leaveOpen: true);
        while (true)
        {
            var read = await body.ReadAsync(cancellation);
            Length += read.Buffer.Length;
            if (Length <= largest)
            {
                foreach (var octets in read.Buffer)
                    await sealing.WriteAsync(octets, cancellation);
            }

            body.AdvanceTo(read.Buffer.End);
            if (Length > largest)
                return false;
            if (read.IsCompleted)
                break;
        }

        await sealing.FlushFinalBlockAsync(cancellation);
        return true;
    }

    /// <summary>What was received, from its beginning.</summary>
    public Stream Read()
    {
        _file.Position = 0;
        return new CryptoStream(_file, _aes.CreateDecryptor(), CryptoStreamMode.Read, leaveOpen: true);
    }

    public async ValueTask DisposeAsync()
    {
        await _file.DisposeAsync();
        _aes.Dispose();
    }
}
