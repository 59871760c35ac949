using System.Text;
using ChatChannels.Runtime.Storage.Keys;
using ChatChannels.Runtime.Storage.Sql;

namespace ChatChannels.Runtime.Storage.Audit;

/// <summary>The anchor's file, held by one process while it adds a line.</summary>
internal sealed class AnchorFile : IDisposable
{
    /// <summary>Octets from which lines are left out that the last one makes needless: two thousand lines.</summary>
    private const int Largest = 512 * 1024;

    private readonly FileStream _stream;
    private readonly KeyRing _keys;
    private readonly List<AnchorLine> _lines;

    private AnchorFile(string path, KeyRing keys)
    {
        _stream = new FileStream(path, PrivateFiles.Options(FileMode.OpenOrCreate));
        _keys = keys;
        var bytes = new byte[_stream.Length];
        _stream.ReadExactly(bytes);
        var text = Encoding.UTF8.GetString(bytes);
        var whole = text[..(text.LastIndexOf('\n') + 1)];
        _stream.SetLength(Encoding.UTF8.GetByteCount(whole)); // a line that a crash cut off was never there
        _lines = [.. Parse(whole)];
    }

    /// <summary>The last line; null in a new file.</summary>
    public AnchorLine? Last => _lines.LastOrDefault();

    /// <summary>Whether a restore was noted already.</summary>
    public bool Knows(string restore) => _lines.Exists(line => line.Kind is AnchorLine.Restored && string.Equals(line.Note, restore, StringComparison.Ordinal));

    /// <summary>Opens it, new where there is none; null while another process has it.</summary>
    public static AnchorFile? TryOpen(string path, KeyRing keys)
    {
        PrivateFiles.CreateFolder(path);
        try
        {
            var isNew = !File.Exists(path);
            var file = new AnchorFile(path, keys);
            if (isNew)
                FolderFlush.Flush(path);
            return file;
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }

    /// <summary>The whole lines there are, in order; none where there is no file.</summary>
    public static IReadOnlyList<string> ReadLines(string path)
    {
        if (!File.Exists(path))
            return [];
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        var text = reader.ReadToEnd();
        return text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Adds a line, and brings it to disk.</summary>
    public void Add(string kind, AuditHead head, DateTimeOffset at, string note)
    {
        var line = AnchorLine.Of(_keys, Last?.Seal ?? "", kind, head, at, note);
        _lines.Add(line);
        _stream.Seek(0, SeekOrigin.End);
        _stream.Write(Encoding.UTF8.GetBytes($"{line}\n"));
        _stream.Flush(flushToDisk: true);
        if (_stream.Length > Largest && IsWhole())
            Shorten();
    }

    public void Dispose() => _stream.Dispose();

    private static IEnumerable<AnchorLine> Parse(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(AnchorLine.Parse).OfType<AnchorLine>();

    private bool IsWhole()
    {
        var before = "";
        foreach (var line in _lines)
        {
            if (!line.IsWhole(_keys, before))
                return false;
            before = line.Seal;
        }

        return true;
    }

    /// <summary>Keeps what happened and the last line. A crash meanwhile leaves the old lines or a part of the new ones, all of them true.</summary>
    private void Shorten()
    {
        var before = "";
        var kept = new List<AnchorLine>();
        foreach (var line in _lines.Where(line => line.Kind is not AnchorLine.Head || line == Last))
        {
            var head = new AuditHead(line.Count, Convert.FromHexString(line.Hash), []);
            kept.Add(AnchorLine.Of(_keys, before, line.Kind, head, line.At, line.Note));
            before = kept[^1].Seal;
        }

        var bytes = Encoding.UTF8.GetBytes(string.Concat(kept.Select(line => $"{line}\n")));
        _stream.Seek(0, SeekOrigin.Begin);
        _stream.Write(bytes);
        _stream.SetLength(bytes.Length);
        _stream.Flush(flushToDisk: true);
    }
}
