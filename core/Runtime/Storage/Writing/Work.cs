using ChatChannels.Conversation.Engine;

namespace ChatChannels.Runtime.Storage.Writing;

/// <summary>Something that waits for the writer.</summary>
internal abstract class Work(CancellationToken cancellation)
{
    /// <summary>Nobody waits any more; it is not begun.</summary>
    public bool IsAbandoned => cancellation.IsCancellationRequested;

    /// <summary>Whether it must be the only one of its group and makes its own transaction.</summary>
    public virtual bool IsAlone => false;

    /// <summary>The session it moves on, if any; two that move the same cannot be in one group.</summary>
    public virtual SessionKey? Touches => null;

    /// <summary>It is on disk.</summary>
    public abstract void Complete();

    public abstract void Fail(Exception error);
}
