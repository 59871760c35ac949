namespace ChatChannels.Runtime.Documents;

/// <summary>A file's place among those on their way, until it is disposed of.</summary>
public sealed class UploadPass : IDisposable
{
    private readonly ulong _party;
    private readonly string _sender;
    private UploadLane? _lane;

    internal UploadPass(UploadLane lane, ulong party, string sender) => (_lane, _party, _sender) = (lane, party, sender);

    public void Dispose() => Interlocked.Exchange(ref _lane, null)?.Leave(_party, _sender);
}
