using System.Text.Json;
using ChatChannels.Runtime.Funds;
using ChatChannels.Runtime.Storage.Backup;
using ChatChannels.Services.Cases;

namespace ChatChannels.Runtime.CallBacks;

/// <summary><c>call-backs close</c>, by the running service.</summary>
internal sealed class CallBackControl(FundDirectory funds, CallBackBook book) : IControlCommand
{
    public const string Command = "call-backs close";

    public string Name => Command;

    public async Task<JsonElement> Run(ControlSocket.Request request, Func<string, Task> tell, CancellationToken cancellation)
    {
        var fund = CallBackClosing.Of(request.By, request.Why) is { } closing
            ? await book.CloseAny(funds, new CaseNumber(request.Reference), closing, cancellation)
            : "";
        return JsonSerializer.SerializeToElement(fund);
    }
}
