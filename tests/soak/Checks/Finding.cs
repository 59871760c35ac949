namespace ChatChannels.Soak.Checks;

/// <summary>A promise that was broken.</summary>
internal sealed record Finding(FindingKind Kind, string What)
{
    public static Finding Lost(string what) => new(FindingKind.Lost, what);

    public static Finding Doubled(string what) => new(FindingKind.Doubled, what);

    public static Finding Broken(string what) => new(FindingKind.Broken, what);

    public static Finding Unfinished(string what) => new(FindingKind.Unfinished, what);

    public static Finding Misbehaved(string what) => new(FindingKind.Misbehaved, what);
}
