using System.Collections.Immutable;
using System.Net;
using ChatChannels.Driver.Loads;
using ChatChannels.Driver.Walks;
using ChatChannels.Soak.Checks;

namespace ChatChannels.Soak.Kills;

/// <summary>
/// Whole walks, closed loop, on a thread of their own, through whatever becomes of the service: what was not answered is sent
/// again, as a gateway does. Every reply is checked by the driver, and logged by it when it was right.
/// </summary>
internal sealed class Traffic : IWitness, IDisposable
{
    /// <summary>How the sentences begin by which the service says that it cannot now.</summary>
    public static readonly ImmutableArray<string> Excuses = ["END Un incident est survenu", "END Votre demande prend du temps"];

    /// <summary>
    /// How the screen begins that offers to try again: what a service action needs was out of reach, and the turn that says so
    /// was committed a moment later, when the store was back. Nothing is lost; the walk has no answer to it.
    /// </summary>
    private static readonly ImmutableArray<string> Detours = ["CON Le service ne répond pas."];

    public const string Path = "/ussd/africastalking";

    private readonly string _file;
    private readonly HopLog _log;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task<Report> _run;
    private long _acknowledged;

    public Traffic(string file, int port, int users, ulong seed)
    {
        _log = new HopLog(_file = file);
        var load = new Load
        {
            Server = new IPEndPoint(IPAddress.Loopback, port),
            Path = Path,
            Walk = Walk.Whole,
            Users = users,
            Duration = TimeSpan.FromDays(1),
            Seed = seed,
            OnLoss = LossPolicy.Repeat,
            Excuses = Excuses,
            Detours = Detours,
            Pause = TimeSpan.FromMilliseconds(50),
            Grace = TimeSpan.FromSeconds(3),
            Witness = this,
        };
        _run = Task.Factory.StartNew(
            () => LoadRun.Run(load, _stop.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Hops acknowledged until now.</summary>
    public long Acknowledged => Interlocked.Read(ref _acknowledged);

    /// <summary>The log until now.</summary>
    public IReadOnlyList<LoggedSession> Logged => HopLogReader.Read(_file);

    void IWitness.Acknowledged(Caller caller, int hop, ReadOnlySpan<byte> typed, ReadOnlySpan<byte> reply)
    {
        ((IWitness)_log).Acknowledged(caller, hop, typed, reply);
        Interlocked.Increment(ref _acknowledged);
    }

    void IWitness.Settled() => ((IWitness)_log).Settled();

    /// <summary>Lets what is under way be answered, and nobody type any more.</summary>
    public async Task<Report> End()
    {
        await _stop.CancelAsync();
        return await _run;
    }

    public void Dispose()
    {
        _stop.Cancel();
        _run.GetAwaiter().GetResult();
        _log.Dispose();
        _stop.Dispose();
    }
}
