namespace ChatChannels.Conversation.Engine;

/// <summary>Ends a session that nobody can be driving: too many turns, or the same input over and over.</summary>
internal static class RunawayGuard
{
    public static bool Stops(StepBuilder step, string typed)
    {
        // Leafing through pages is reading, however often.
        if (typed is not (Keys.More or Keys.Previous))
            step.Change(session => session with { Repeated = Count(session.Repeated, StableHash(typed)) });
        if (step.Session.Turns <= SessionLimits.TurnsPerSession && step.Session.Repeated.Count <= SessionLimits.SameInput)
            return false;
        step.Audit("runaway-stopped", $"turns {step.Session.Turns}");
        Leaving.Stop(step, CommonTexts.Limit);
        return true;
    }

    private static RepeatedInput Count(RepeatedInput last, int hash) => new(hash, last.Hash == hash ? last.Count + 1 : 1);

    /// <summary>FNV-1a, the same on every node and after every restart, unlike <see cref="string.GetHashCode()"/>.</summary>
    private static int StableHash(string text) => unchecked((int)text.Aggregate(2166136261u, (hash, letter) => (hash ^ letter) * 16777619u));
}
