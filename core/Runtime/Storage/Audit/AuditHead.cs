namespace ChatChannels.Runtime.Storage.Audit;

/// <summary>How long the chain is and how it ends.</summary>
internal sealed record AuditHead(long Seq, byte[] Hash, byte[] Seal);
