namespace ChatChannels.Runtime.Registry.Importing;

/// <summary>What a file holds, in the order in which files build on each other.</summary>
public enum ImportKind
{
    /// <summary>People, with the facts that locate them.</summary>
    Members,

    /// <summary>Who of them has an account in the fund's portal.</summary>
    Accounts,

    /// <summary>Employers.</summary>
    Employers,

    /// <summary>Claims of members.</summary>
    Claims,
}
