using ChatChannels.Runtime.Funds;
using ChatChannels.Runtime.Storage;
using ChatChannels.Runtime.Storage.Backup;
using ChatChannels.Services.Cases;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatChannels.Runtime.CallBacks;

/// <summary>Closes a call-back by the command line, whether the service runs or not: of a SQLite file the service itself is the only writer, and is asked to.</summary>
public sealed class CallBackCommand(StorageOptions options, FundDirectory funds, TimeProvider time)
{
    /// <summary>Closes a call-back.</summary>
    /// <returns>The id of the fund whose it was; empty where none of that reference is open.</returns>
    /// <exception cref="StorageRefusedException">The storage must not be opened so, or the service that has it does not answer.</exception>
    public async Task<string> Close(CaseNumber reference, CallBackClosing closing, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(closing);
        try
        {
            await using var house = await Storehouse.Open(options, time, NullLogger.Instance, cancellation);
            return await new CallBackBook(house.Cases, house.Store, time).CloseAny(funds, reference, closing, cancellation);
        }
        catch (StorageRefusedException) when (options.Kind is StorageKind.Sqlite && ControlSocket.IsThere(options.Path))
        {
            var request = new ControlSocket.Request(CallBackControl.Command, "") { Reference = reference.Digits, By = closing.By, Why = closing.Why };
            return await ControlSocket.Ask<string>(options.Path, request, _ => { }, cancellation);
        }
    }
}
