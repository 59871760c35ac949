namespace ChatChannels.Services;

/// <summary>What the inbox knows a message again by: a blind index, of which nobody can tell the message.</summary>
public readonly record struct InboxMark(ReadOnlyMemory<byte> Octets)
{
    public override string ToString() => "InboxMark { *** }";
}
