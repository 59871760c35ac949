namespace ChatChannels.Limits;

/// <summary>Keeps records in one transaction each group.</summary>
internal interface IGroupLog : IDisposable
{
    /// <summary>Writes all, or throws; they are on disk when it returns.</summary>
    void Write(IReadOnlyList<Appended> group);
}
