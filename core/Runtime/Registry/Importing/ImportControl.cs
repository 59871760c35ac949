using System.Text.Json;
using ChatChannels.Conversation;
using ChatChannels.Runtime.Funds;
using ChatChannels.Runtime.Storage.Backup;
using ChatChannels.Runtime.Storage.Register;

namespace ChatChannels.Runtime.Registry.Importing;

/// <summary><c>import</c>, by the running service.</summary>
internal sealed class ImportControl(FundDirectory funds, IRegisterTables tables, TimeProvider time) : IControlCommand
{
    public const string Command = "import";

    public string Name => Command;

    public async Task<JsonElement> Run(ControlSocket.Request request, Func<string, Task> tell, CancellationToken cancellation)
    {
        var report = funds.Find(new FundId(request.Fund)) is { } fund && Enum.TryParse<ImportKind>(request.Kind, out var kind)
            ? await new Importer(tables, time).ImportBeside(fund, kind, request.File, new ImportPace(time) { Tell = tell }, cancellation)
            : new ImportReport(0, [new RowDefect(1, "the service that runs has no such fund")]);
        return JsonSerializer.SerializeToElement(report);
    }
}
