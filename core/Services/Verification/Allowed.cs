namespace ChatChannels.Services.Verification;

/// <summary>What came of asking for allowances. A closed family.</summary>
public abstract record Allowed
{
    private Allowed()
    {
    }

    /// <summary>All of it was taken.</summary>
    public sealed record Granted : Allowed;

    /// <summary>A silent one was gone beyond: nobody must notice that nothing is done.</summary>
    public sealed record Muted : Allowed;

    /// <summary>One was gone beyond; nothing was taken of any.</summary>
    /// <param name="Wait">How long until it would be granted, if nobody else is faster.</param>
    public sealed record Refused(TimeSpan Wait) : Allowed
    {
        /// <summary>The answer that tells the wait, in whole minutes from 1.</summary>
        public const string Answer = "wait";

        public string Minutes => Math.Max(1, Math.Ceiling(Wait.TotalMinutes)).ToString("0", System.Globalization.CultureInfo.InvariantCulture);
    }
}
