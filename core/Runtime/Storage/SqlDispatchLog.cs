using ChatChannels.Conversation;
using ChatChannels.Runtime.Delivery;
using ChatChannels.Runtime.Storage.Keys;
using ChatChannels.Runtime.Storage.Writing;
using Dapper;

namespace ChatChannels.Runtime.Storage;

/// <summary>The log of dispatches in SQLite or PostgreSQL. Carriers' ids can hold a phone number, so they are kept as blind indexes.</summary>
internal sealed class SqlDispatchLog(Writer writer, KeyRing keys) : IDispatchLog
{
    public Task<DispatchState?> Begin(Dispatch dispatch, DateTimeOffset now, CancellationToken cancellation)
    {
        var values = new { message = Id(dispatch), part = (long)dispatch.Part, begun = (long)DispatchState.Begun, at = now.UtcTicks };
        return writer.Do(
            async connection =>
            {
                var added = await connection.ExecuteAsync(
                    "INSERT INTO dispatches (message, part, rank, at) VALUES (@message, @part, @begun, @at) ON CONFLICT DO NOTHING", values);
                return added > 0
                    ? (DispatchState?)null
                    : (DispatchState)await connection.ExecuteScalarAsync<long>("SELECT rank FROM dispatches WHERE message = @message AND part = @part", values);
            },
            cancellation);
    }

    public Task Take(FundId fund, Dispatch dispatch, string carrierId, CancellationToken cancellation)
    {
        var values = new { message = Id(dispatch), part = (long)dispatch.Part, carried = Index(fund, carrierId), taken = (long)DispatchState.Taken };
        return writer.Do(
            connection => connection.ExecuteAsync(
                """
                UPDATE dispatches SET carried = @carried, rank = CASE WHEN rank < @taken THEN @taken ELSE rank END
                WHERE message = @message AND part = @part
                """,
                values),
            cancellation);
    }

    public Task Release(Dispatch dispatch, CancellationToken cancellation)
    {
        var values = new { message = Id(dispatch), part = (long)dispatch.Part, begun = (long)DispatchState.Begun };
        return writer.Do(
            connection => connection.ExecuteAsync("DELETE FROM dispatches WHERE message = @message AND part = @part AND rank = @begun", values),
            cancellation);
    }

    public async Task<bool> Report(FundId fund, string carrierId, Dispatch? dispatch, DispatchState state, CancellationToken cancellation)
    {
        var which = dispatch is null ? "carried = @carried" : "message = @message AND part = @part";
        var values = new
        {
            message = Id(dispatch ?? default),
            part = (long)(dispatch?.Part ?? 0),
            carried = Index(fund, carrierId),
            rank = (long)state,
        };
        return await writer.Do(
            connection => connection.ExecuteAsync($"UPDATE dispatches SET carried = @carried, rank = @rank WHERE {which} AND rank < @rank", values),
            cancellation) > 0;
    }

    public Task<int> Sweep(DateTimeOffset before, CancellationToken cancellation) => writer.Do(
        connection => connection.ExecuteAsync("DELETE FROM dispatches WHERE at < @before", new { before = before.UtcTicks }), cancellation);

    private static string Id(Dispatch dispatch) => dispatch.Message.ToString("D");

    private byte[] Index(FundId fund, string carrierId) => keys.Blind("dispatch", fund, carrierId);
}
