using System.CommandLine;
using ChatChannels.Host.Commands;
using ChatChannels.Runtime.Storage;
using Microsoft.Extensions.Options;

namespace ChatChannels.Host;

/// <summary>The commands of the program; without one it serves.</summary>
internal static class CommandLine
{
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
            ImportCommand.Create(),
            CheckCommand.Create(),
            DiagramCommand.Create(),
            CoverageCommand.Create(),
            TranslationsCommand.Create(),
        };

        // What is not a command is configuration for the host: --urls, --Section:Key.
        root.TreatUnmatchedTokensAsErrors = false;
        root.SetAction(async (_, cancellation) => await Serve(args, cancellation));
        return root.Parse(args);
    }

    /// <summary>Serves until it is stopped. What an operator can mend is one sentence, not a stack of calls.</summary>
    private static async Task<int> Serve(string[] args, CancellationToken cancellation)
    {
        try
        {
            await using var app = Composition.Build(args);
            StartCheck.Run(app);
            await app.StartAsync(cancellation);
            GiveBack();
            await app.WaitForShutdownAsync(cancellation);
            return 0;
        }
        catch (Exception refused) when (refused is StorageRefusedException or InvalidDataException or OptionsValidationException or IOException)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return 1;
        }
    }

    /// <summary>Gives back the memory that reading the funds has left behind, up to 20 MB that would else stay until people call.</summary>
    private static void GiveBack() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
}
