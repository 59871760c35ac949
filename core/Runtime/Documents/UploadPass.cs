namespace ChatChannels.Runtime.Documents;

/// <summary>A file's place among those on their way, until it is disposed of.</summary>
public sealed class UploadPass : IDisposable
{
    private readonly ulong _party;
    private UploadLane? _lane;

    internal UploadPass(UploadLane lane, ulong party) => (_lane, _party) = (lane, party);

    public void Dispose() => Interlocked.Exchange(ref _lane, null)?.Leave(_party);
}
