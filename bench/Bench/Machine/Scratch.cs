namespace ChatChannels.Bench.Machine;

/// <summary>A folder that is gone when it is no longer used. On a disk, for it is the disk that is measured.</summary>
internal sealed class Scratch : IDisposable, IKeeper
{
    public string Path { get; } = Directory.CreateDirectory(System.IO.Path.Combine(Root, $"trial-{System.IO.Path.GetRandomFileName()}")).FullName;

    /// <summary>What servers print does not count.</summary>
    public long Stored => Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories)
        .Select(file => new FileInfo(file))
        .Where(file => file.Exists && file.Name is not Child.Output)
        .Sum(file => file.Length);

    private static string Root => Environment.GetEnvironmentVariable("CHATCHANNELS_BENCH_SCRATCH")
        ?? throw new InvalidOperationException("Start this by bench/run.");

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
