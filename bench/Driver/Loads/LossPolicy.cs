namespace ChatChannels.Driver.Loads;

/// <summary>What a caller does whose connection is lost.</summary>
public enum LossPolicy
{
    /// <summary>It is a fault; the next session begins on a new connection.</summary>
    IsFault,

    /// <summary>The same request goes out again when the server is back, as a gateway repeats a callback that was not answered.</summary>
    Repeat,
}
