namespace ChatChannels.Runtime.Storage.Writing;

/// <summary>Something that waits for the writer.</summary>
internal abstract class Work(CancellationToken cancellation)
{
    /// <summary>Nobody waits any more; it is not begun.</summary>
    public bool IsAbandoned => cancellation.IsCancellationRequested;

    /// <summary>Whether it must be the only one of its group and makes its own transaction.</summary>
    public virtual bool IsAlone => false;

    /// <summary>What it writes by version; two that write the same cannot be in one group.</summary>
    public virtual IEnumerable<string> Touches => [];

    /// <summary>It is on disk.</summary>
    public abstract void Complete();

    public abstract void Fail(Exception error);
}
