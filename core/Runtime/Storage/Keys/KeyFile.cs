using System.Security.Cryptography;
using ChatChannels.Runtime.Storage.Sql;

namespace ChatChannels.Runtime.Storage.Keys;

/// <summary>The file of the master key: 32 random bytes that only their owner may read.</summary>
internal static class KeyFile
{
    /// <summary>Reads the key, or creates it where the database has none yet.</summary>
    /// <param name="known">Whether the database already has data under a key.</param>
    /// <exception cref="StorageRefusedException">The key is missing, readable by others, or no key.</exception>
    public static MasterKey Load(string path, bool known)
    {
        if (!File.Exists(path))
        {
            if (known)
            {
                throw new StorageRefusedException(
                    $"The key file {path} is missing, and the database holds data sealed with it. Put the file back from its safe copy (or copy it from another node); without it the data cannot be read. A new key would not help.");
            }

            Create(path);
        }

        if (PrivateFiles.IsOpenToOthers(path))
            throw new StorageRefusedException($"Others can read or write the key file {path}. Run: chmod 600 {path}");
        var bytes = File.ReadAllBytes(path);
        return bytes.Length == MasterKey.Size
            ? new MasterKey(bytes)
            : throw new StorageRefusedException($"The key file {path} holds {bytes.Length} bytes, not {MasterKey.Size}. Put it back from its safe copy.");
    }

    /// <summary>Whole or not at all, and on disk before anything is sealed with it.</summary>
    private static void Create(string path)
    {
        PrivateFiles.CreateFolder(path);
        var draft = $"{path}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}";
        using (var file = new FileStream(draft, PrivateFiles.Options(FileMode.CreateNew)))
        {
            file.Write(RandomNumberGenerator.GetBytes(MasterKey.Size));
            file.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft); // another process was first: its key counts
        }

        FolderFlush.Flush(path);
    }
}
