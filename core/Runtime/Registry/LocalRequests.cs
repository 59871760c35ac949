using ChatChannels.Runtime.Delivery;
using ChatChannels.Runtime.Storage.Register;
using ChatChannels.Services.Members;
using ChatChannels.Services.Requests;

namespace ChatChannels.Runtime.Registry;

/// <summary>Takes the requests of funds that have the local register: they stay in its outbox for the fund's staff, and a password set makes the account known.</summary>
public sealed class LocalRequests(IRegisterTables tables, TimeProvider time) : IRequestCarrier
{
    /// <summary>The request by which a person sets the password of their account.</summary>
    public const string SetPassword = "set-password";

    public async Task<SendResult> Deliver(RegisterRequest request, CancellationToken cancellation)
    {
        if (request is not { Kind: SetPassword, Member.Length: > 0 })
            return SendResult.Accepted;
        var account = new Account(request.Fund, request.Member, DateOnly.FromDateTime(request.At.UtcDateTime));
        RegisterRow[] row = [new RegisterRow(1, new RegisterEntry.OfAccount(account))];
        var refused = await tables.Put(row.ToAsyncEnumerable(), time.GetUtcNow(), cancellation);
        return refused.Count == 0 ? SendResult.Accepted : SendResult.Refused;
    }
}
