namespace ChatChannels.Bench.Trials;

/// <summary>How long and how often everything is measured.</summary>
internal sealed record Pace
{
    public static Pace Full { get; } = new()
    {
        Rounds = 3,
        CloseRounds = 7,
        Idle = TimeSpan.FromSeconds(1.5),
        WarmUp = TimeSpan.FromSeconds(3),
        Duration = TimeSpan.FromSeconds(7),
        Minute = TimeSpan.FromMinutes(1),
        Sessions = 1_000_000,
    };

    /// <summary>To try whether it runs; its figures mean nothing.</summary>
    public static Pace Quick { get; } = new()
    {
        Rounds = 1,
        CloseRounds = 1,
        Idle = TimeSpan.FromSeconds(0.5),
        WarmUp = TimeSpan.FromSeconds(1),
        Duration = TimeSpan.FromSeconds(2),
        Minute = TimeSpan.FromSeconds(5),
        Sessions = 10_000,
    };

    /// <summary>A B C … A B C …: each system is measured once a round.</summary>
    public required int Rounds { get; init; }

    /// <summary>Rounds of a comparison with another commit, where a difference of a few in a hundred is looked for.</summary>
    public required int CloseRounds { get; init; }

    /// <summary>Nothing is done for so long before idle memory is read.</summary>
    public required TimeSpan Idle { get; init; }

    public required TimeSpan WarmUp { get; init; }

    public required TimeSpan Duration { get; init; }

    /// <summary>The time after which memory under load is read.</summary>
    public required TimeSpan Minute { get; init; }

    /// <summary>Open sessions in the fuller store.</summary>
    public required int Sessions { get; init; }
}
