using System.Diagnostics;
using ChatChannels.Bench.Machine;
using ChatChannels.Bench.Systems;
using ChatChannels.Driver.Loads;

namespace ChatChannels.Bench.Trials;

/// <summary>One run of one system, from the start of its process to its end.</summary>
internal sealed class Bout(Contender contender, Pace pace, ulong seed)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Phones of the first reply, which no load uses.</summary>
    private const long FirstPhone = 49_000_000;

    private Usage _server;
    private Usage _database;
    private double _driver;

    public async Task<Trial> Run(Func<Load, Load> change)
    {
        var (running, first) = await Start();
        using var end = running;
        await Task.Delay(pace.Idle);
        var (idle, empty) = (running.Memory, running.Stored);
        var report = await Task.Run(() => LoadRun.Run(change(LoadOn(running))));
        var (memory, peak) = (running.Memory, running.PeakMemory);
        running.Stop();
        return new Trial
        {
            FirstReplyMilliseconds = first,
            IdleMemory = idle,
            Memory = memory,
            PeakMemory = peak,
            Stored = running.Stored - empty,
            Report = report,
            Server = _server,
            Database = _database,
            DriverMicroseconds = _driver,
        };
    }

    /// <summary>The system, and how many milliseconds it took until it answered.</summary>
    private async Task<(Running Running, double First)> Start()
    {
        for (var start = 1; ; start++)
        {
            var watch = Stopwatch.StartNew();
            var running = contender.Start();
            var report = Open(running);
            if (report.Finished is 1)
                return (running, watch.Elapsed.TotalMilliseconds);
            running.Dispose();
            var problem = $"{contender.Name} does not answer right: {report.FirstFaults.FirstOrDefault()}";
            if (start == contender.Starts)
                throw new InvalidOperationException(problem);
            await Console.Error.WriteLineAsync($"{problem}; started again");
        }
    }

    /// <summary>Asks again and again for a first reply.</summary>
    private Report Open(Running running)
    {
        var opening = LoadOn(running) with
        {
            Walk = contender.Walk.First(1),
            Users = 1,
            Sessions = 1,
            WarmUp = TimeSpan.Zero,
            Duration = Patience,
            Seed = ~seed, // a session that no load goes on with
            FirstCaller = FirstPhone + (long)(seed % 1_000_000),
            OnLoss = LossPolicy.Repeat,
            Pause = TimeSpan.FromMilliseconds(2),
            Opened = null,
            Closed = null,
        };
        return LoadRun.Run(opening);
    }

    private Load LoadOn(Running running) => new()
    {
        Server = running.Address,
        Path = contender.Path,
        Walk = contender.Walk,
        ByActivities = contender.ByActivities,
        WarmUp = pace.WarmUp,
        Duration = pace.Duration,
        Seed = seed,
        Opened = () => Read(running, -1),
        Closed = () => Read(running, 1),
    };

    /// <summary>Taken off when measuring begins, added when it ends.</summary>
    private void Read(Running running, int sign)
    {
        _server = sign < 0 ? default(Usage) - running.ServerUsage : _server + running.ServerUsage;
        _database = sign < 0 ? default(Usage) - running.DatabaseUsage : _database + running.DatabaseUsage;
        _driver += sign * Environment.CpuUsage.TotalTime.TotalMicroseconds;
    }
}
