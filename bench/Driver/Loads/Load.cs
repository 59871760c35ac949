using System.Collections.Immutable;
using System.Net;
using ChatChannels.Driver.Walks;

namespace ChatChannels.Driver.Loads;

/// <summary>What is done to a server: who calls, how often, for how long.</summary>
public sealed record Load
{
    public required IPEndPoint Server { get; init; }

    /// <summary>Where callbacks are posted: <c>/ussd/africastalking</c>.</summary>
    public required string Path { get; init; }

    public required Walk Walk { get; init; }

    /// <summary>Whether callers send message activities of the Bot Framework, instead of the callbacks of a USSD gateway.</summary>
    public bool ByActivities { get; init; }

    /// <summary>Callers at a time, each with a connection.</summary>
    /// <value>The default is 64.</value>
    public int Users { get; init; } = 64;

    /// <summary>
    /// Requests offered per second over all users, each measured from when it should have gone out. Null for a closed loop:
    /// everybody answers as soon as the screen is there.
    /// </summary>
    public double? HopsPerSecond { get; init; }

    /// <summary>The time before anything is measured; replies are checked all the same.</summary>
    public TimeSpan WarmUp { get; init; }

    /// <summary>How long is measured.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>Sessions after which nobody calls any more, even when time is left.</summary>
    /// <value>The default is no end.</value>
    public long Sessions { get; init; } = long.MaxValue;

    /// <summary>Chance for session ids and answers.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The number of the first caller: runs on one store that use other numbers meet no phone twice.</summary>
    /// <value>The default is 0; phones come round after 50 million.</value>
    public long FirstCaller { get; init; }

    /// <summary>What a caller does whose connection is lost.</summary>
    /// <value>The default is a fault.</value>
    public LossPolicy OnLoss { get; init; }

    /// <summary>
    /// How screens begin by which a server says that it cannot now: the same request goes out again <see cref="Pause"/> later.
    /// </summary>
    public ImmutableArray<string> Excuses { get; init; } = [];

    /// <summary>How screens begin that rightly lead off the walk: the session is left there, and counted.</summary>
    public ImmutableArray<string> Detours { get; init; } = [];

    /// <summary>The wait before a request is repeated or a lost server is called again.</summary>
    /// <value>The default is 20 milliseconds.</value>
    public TimeSpan Pause { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>How long the last replies are awaited when it is over.</summary>
    /// <value>The default is 10 seconds.</value>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Who is told of every reply that was right.</summary>
    public IWitness? Witness { get; init; }

    /// <summary>Called 50 ms before measuring begins, on the driver's thread: be quick.</summary>
    public Action? Opened { get; init; }

    /// <summary>Called when measuring ends, before the last replies are awaited.</summary>
    public Action? Closed { get; init; }
}
