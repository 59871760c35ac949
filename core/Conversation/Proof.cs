namespace ChatChannels.Conversation;

/// <summary>How far it is proven that somebody is who they say. Ordered: a later value proves more.</summary>
public enum Proof
{
    /// <summary>Nothing is proven.</summary>
    None,

    /// <summary>Facts matched. Facts locate a record, they never authenticate (OWASP ASVS 5.0, V6.4.2).</summary>
    Located,

    /// <summary>A code was received, or the SIM on file speaks through an authenticated gateway.</summary>
    Possessed,

    /// <summary>An agent or a branch has checked.</summary>
    Attended,
}
