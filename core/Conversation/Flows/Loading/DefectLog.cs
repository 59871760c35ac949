namespace ChatChannels.Conversation.Flows.Loading;

/// <summary>
/// What reading found wrong. A gap is a defect that leaves something unread: what hangs on it cannot be judged, and would only be
/// reported for something that the editor wrote well.
/// </summary>
internal sealed class DefectLog
{
    private readonly ImmutableArray<Defect>.Builder _found = ImmutableArray.CreateBuilder<Defect>();
    private readonly ImmutableHashSet<string>.Builder _gaps = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);

    public ImmutableArray<Defect> Found => _found.ToImmutable();

    /// <summary>The files with a gap.</summary>
    public ImmutableHashSet<string> Gaps => _gaps.ToImmutable();

    public void Add(Defect defect) => _found.Add(defect);

    public void AddGap(Defect defect)
    {
        _gaps.Add(defect.File);
        _found.Add(defect);
    }
}
