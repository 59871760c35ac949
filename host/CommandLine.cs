using System.CommandLine;
using ChatChannels.Host.Commands;
using ChatChannels.Host.Starting;

namespace ChatChannels.Host;

/// <summary>The commands of the program; without one it serves.</summary>
internal static class CommandLine
{
    private const int Stopped = 130;

    /// <summary>A stop drains what waits for the disk; nothing may cut that short.</summary>
    private static readonly TimeSpan Draining = TimeSpan.FromSeconds(40);

    /// <summary>Runs what the arguments say. What a person can mend is one sentence, not a stack of calls.</summary>
    /// <returns>The exit code: 0 where all went well.</returns>
    public static async Task<int> Run(string[] args, TextWriter output, TextWriter error)
    {
        var parsed = Parse(args);
        if (parsed.Errors.Count == 0 && StrayArguments.Refusal(parsed) is { } refusal)
        {
            await error.WriteLineAsync(refusal);
            return 1;
        }

        var console = new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = Draining };
        return await Run(parsed, console);
    }

    private static async Task<int> Run(ParseResult parsed, InvocationConfiguration console)
    {
        try
        {
            return await parsed.InvokeAsync(console);
        }
        catch (OperationCanceledException)
        {
            return Stopped;
        }
#pragma warning disable CA1031 // the one broad catch of the command line
        catch (Exception failure)
#pragma warning restore CA1031
        {
            await console.Error.WriteLineAsync(Mendable.Sentence(failure) ?? failure.ToString());
            return 1;
        }
    }

    /// <summary>The commands, and what the arguments say of them.</summary>
    public static ParseResult Parse(string[] args)
    {
        var root = new RootCommand("ChatChannels: social-security services on any phone. Without a command it serves, on http://localhost:5080 unless --urls says otherwise.")
        {
            DialCommand.Create(),
            ReplayCommand.Create(),
            BackupCommand.Create(),
            RestoreCommand.Create(),
            VerifyAuditCommand.Create(),
            CallBacksCommand.Create(),
            OutboxCommand.Create(),
            ImportCommand.Create(),
            CheckCommand.Create(),
            DiagramCommand.Create(),
            CoverageCommand.Create(),
            TranslationsCommand.Create(),
        };

        // What is not a command may be configuration for the host: --urls, --Section:Key.
        root.TreatUnmatchedTokensAsErrors = false;
        root.SetAction(async (_, cancellation) => await Serve(args, cancellation));
        return root.Parse(args);
    }

    /// <summary>Serves until it is stopped.</summary>
    private static async Task<int> Serve(string[] args, CancellationToken cancellation)
    {
        var phase = new StartPhase();
        await using var app = Composition.Build(args, builder => phase.Quieten(builder.Logging));
        await app.StartAsync(cancellation);
        phase.IsOver = true;
        GiveBack();
        await app.WaitForShutdownAsync(cancellation);
        return 0;
    }

    /// <summary>Gives back the memory that reading the funds has left behind, up to 20 MB that would else stay until people call.</summary>
    private static void GiveBack() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
}
