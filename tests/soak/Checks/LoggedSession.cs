namespace ChatChannels.Soak.Checks;

/// <summary>A session as the driver's log has it: every hop in it was acknowledged.</summary>
internal sealed record LoggedSession(string Id, string Phone)
{
    public List<LoggedHop> Hops { get; } = [];

    /// <summary>The case number that was shown, once one was; without the blanks it is shown with.</summary>
    public string? CaseNumber { get; set; }

    /// <summary>What the gateway sent at a hop: all that had been typed.</summary>
    public string TextAt(int hop) => string.Join('*', Hops.Take(hop + 1).Skip(1).Select(logged => logged.Typed));
}
