using ChatChannels.Conversation.Flows;
using ChatChannels.Runtime.Storage;
using ChatChannels.Runtime.Storage.Backup;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatChannels.Runtime.Registry.Importing;

/// <summary>An import by the command line, whether the service runs or not: of a SQLite file the service itself is the only writer, and is handed the file's name.</summary>
public sealed class RegisterImport(StorageOptions options, TimeProvider time)
{
    /// <summary>Imports a file.</summary>
    /// <exception cref="StorageRefusedException">The storage must not be opened so, or the service that has it does not answer.</exception>
    public async Task<ImportReport> Run(Fund fund, ImportKind kind, string file, Action<string> tell, CancellationToken cancellation)
    {
        try
        {
            await using var house = await Storehouse.Open(options, time, NullLogger.Instance, cancellation);
            var pace = new ImportPace(time)
            {
                Tell = sentence =>
                {
                    tell(sentence);
                    return Task.CompletedTask;
                },
            };
            return await new Importer(house.RegisterTables, time).Import(fund, kind, file, pace, cancellation);
        }
        catch (StorageRefusedException) when (options.Kind is StorageKind.Sqlite && ControlSocket.IsThere(options.Path))
        {
            var request = new ControlSocket.Request(ImportControl.Command, Path.GetFullPath(file)) { Fund = fund.Id.Value, Kind = kind.ToString() };
            return await ControlSocket.Ask<ImportReport>(options.Path, request, tell, cancellation);
        }
    }
}
