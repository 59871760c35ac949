namespace ChatChannels.Conversation.Flows.Loading;

/// <summary>
/// What reading found wrong. A gap is a defect that leaves something unread: what hangs on it cannot be judged, and would only be
/// reported for something that the editor wrote well.
/// </summary>
internal sealed class DefectLog
{
    private readonly ImmutableArray<Defect>.Builder _found = ImmutableArray.CreateBuilder<Defect>();

    public ImmutableArray<Defect> Found => _found.ToImmutable();

    public bool HasGap { get; private set; }

    public void Add(Defect defect) => _found.Add(defect);

    public void AddGap(Defect defect)
    {
        HasGap = true;
        _found.Add(defect);
    }
}
