namespace ChatChannels.Runtime.Storage.Audit;

/// <summary>
/// Where this node left the head of the audit chain. While no other node moves it, facts can be appended without locking and
/// reading it first; the database refuses them if the head is elsewhere after all. For the writer alone.
/// </summary>
internal sealed class HeadMemory
{
    /// <summary>How often in a row the head must be found where it was left: a refusal costs a round trip, so two busy nodes should see few.</summary>
    private const int Enough = 32;

    private AuditHead? _left;
    private AuditHead? _next;
    private int _found;

    /// <summary>The head where it most probably is; null where it is to be locked and read.</summary>
    public AuditHead? Sure => _found >= Enough ? _left : null;

    /// <summary>A transaction begins. Where the one before moved the head and was not <see cref="Committed"/>, nobody knows where it is.</summary>
    public void Begin()
    {
        if (_next is not null)
            Forget();
    }

    /// <summary>Nothing is known of where it is.</summary>
    public void Forget() => (_left, _next, _found) = (null, null, 0);

    /// <summary>The head was locked and read.</summary>
    public void Read(AuditHead head) => _found = _left?.Hash.AsSpan().SequenceEqual(head.Hash) is true ? _found + 1 : 0;

    /// <summary>The transaction under way moves the head.</summary>
    public void Move(AuditHead next) => _next = next;

    /// <summary>The transaction is on disk.</summary>
    public void Committed() => (_left, _next) = (_next ?? _left, null);
}
