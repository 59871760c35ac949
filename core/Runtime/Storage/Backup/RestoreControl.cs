using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace ChatChannels.Runtime.Storage.Backup;

/// <summary><c>restore</c>, by the running service.</summary>
internal sealed class RestoreControl(SqliteRestore restore, ILogger log) : IControlCommand
{
    public const string Command = "restore";

    public string Name => Command;

    public async Task<JsonElement> Run(ControlSocket.Request request, Func<string, Task> tell, CancellationToken cancellation)
    {
        var report = await restore.Run(request.File, request.Force, cancellation);
        StorageLog.Restored(log, report.Done ? "done" : "refused");
        return JsonSerializer.SerializeToElement(report);
    }
}
