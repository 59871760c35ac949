namespace ChatChannels.Conversation.Flows.Loading;

/// <summary>
/// What reading found wrong. A gap is a defect that leaves something unread: what hangs on it cannot be judged, and would only be
/// reported for something that the editor wrote well.
/// </summary>
internal sealed class DefectLog
{
    private readonly ImmutableArray<Defect>.Builder _found = ImmutableArray.CreateBuilder<Defect>();
    private readonly ImmutableArray<Defect>.Builder _gaps = ImmutableArray.CreateBuilder<Defect>();

    public ImmutableArray<Defect> Found => _found.ToImmutable();

    public bool HasGap => _gaps.Count > 0;

    public void Add(Defect defect) => _found.Add(defect);

    public void AddGap(Defect defect)
    {
        _gaps.Add(defect);
        _found.Add(defect);
    }
}
