using ChatChannels.Runtime.Storage;

namespace ChatChannels.Soak.Stores;

/// <summary>A file. It is checked in a copy: to open it is to mend it, and that is for the service to do.</summary>
internal sealed class SqliteBed : Bed
{
    private string File => Path.Combine(Folder, "soak.db");

    private string Copy => Path.Combine(Folder, "copy.db");

    public override string[] Settings => ["--Storage:Path", File, "--Storage:KeyFile", KeyFile];

    public override Task<StorageOptions> Left(CancellationToken cancellation)
    {
        foreach (var part in (string[])["", "-wal", "-shm"])
        {
            System.IO.File.Delete(Copy + part);
            if (part is not "-shm" && System.IO.File.Exists(File + part))
                System.IO.File.Copy(File + part, Copy + part);
        }

        return Task.FromResult(new StorageOptions { Path = Copy, KeyFile = KeyFile });
    }
}
