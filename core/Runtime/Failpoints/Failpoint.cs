using System.Diagnostics;
using System.Globalization;
using ChatChannels.Runtime.Storage;
using Microsoft.Extensions.Logging;

namespace ChatChannels.Runtime.Failpoints;

/// <summary>
/// Named points at which a durability test ends this process as <c>kill -9</c> does: nothing more is written, closed or said.
/// None is set, and none costs anything, unless the environment names one: <c>before-commit:17</c> ends it at the 17th reaching.
/// </summary>
internal static partial class Failpoint
{
    /// <summary>The environment variable, for tests alone. Anything but a point and a number ends the start.</summary>
    public const string Variable = "CHATCHANNELS_FAILPOINT";

    /// <summary>A group is written, or on its way in one call with the commit, and nothing of it is durable.</summary>
    public const string BeforeCommit = "before-commit";

    /// <summary>A group is durable, and nobody was told.</summary>
    public const string AfterCommit = "after-commit";

    /// <summary>A turn is durable, and its reply has not left.</summary>
    public const string BeforeReply = "before-reply";

    /// <summary>Turns are folded into the indexes, in a transaction that is not durable. The first reaching is that of the start.</summary>
    public const string DuringFold = "during-fold";

    /// <summary>A validated file is decided, or (every second reaching) processed, and the run is not at its end.</summary>
    public const string DuringProcessing = "during-processing";

    /// <summary>A sender has taken a message, and the outbox does not know it.</summary>
    public const string DuringDelivery = "during-delivery";

    /// <summary>The negative control: everybody is told before the commit of turns, and at the last reaching there is none.</summary>
    public const string AcknowledgeEarly = "acknowledge-early";

    /// <summary>Long enough for a reply to reach whoever waits for it.</summary>
    private static readonly TimeSpan Linger = TimeSpan.FromSeconds(1);

    // Read-only, so that what is compiled while none is set holds no trace of it.
    private static readonly Trap? Set = Read(Environment.GetEnvironmentVariable(Variable));

    private static int _reached;

    /// <summary>Whether waiters are told before what they wait for is durable.</summary>
    public static bool IsEarly => Set is { Point: AcknowledgeEarly };

    /// <summary>Passes a point; ends the process where the point is set and was reached as often as was asked.</summary>
    public static void Reach(string point)
    {
        if (Set is not null && IsSprung(point))
            Die();
    }

    /// <summary>Passes the negative control, where everybody has been told too early.</summary>
    public static async Task ReachEarly()
    {
        if (!IsSprung(AcknowledgeEarly))
            return;
        await Task.Delay(Linger, TimeProvider.System);
        Die();
    }

    /// <summary>Says that a point is set, so that nobody leaves one set unseen; outside development none may be.</summary>
    /// <exception cref="StorageRefusedException">One is set outside development.</exception>
    public static void Announce(ILogger log, bool isDevelopment)
    {
        if (!isDevelopment && Environment.GetEnvironmentVariable(Variable) is { Length: > 0 })
            throw new StorageRefusedException($"{Variable} is set. It ends the process in the middle of its work, for tests alone: take it out of the environment.");
        if (Set is { } trap)
            LogSet(log, Variable, trap.Point, trap.At);
    }

    private static void Die() => Process.GetCurrentProcess().Kill();

    private static bool IsSprung(string point) =>
        string.Equals(Set!.Point, point, StringComparison.Ordinal) && Interlocked.Increment(ref _reached) == Set.At;

    private static Trap? Read(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at > 0
            ? new Trap(text[..colon], at)
            : throw new InvalidDataException($"{Variable} is for tests and takes a point and a number, not: {text}");
    }

    [LoggerMessage(1901, LogLevel.Warning, "{Variable} is set: this process ends itself when it reaches {Point} for time {At}. That is for tests alone")]
    private static partial void LogSet(ILogger logger, string variable, string point, int at);

    private sealed record Trap(string Point, int At);
}
