using ChatChannels.Conversation;
using ChatChannels.Runtime.Storage.Keys;
using ChatChannels.Runtime.Storage.Sql;
using ChatChannels.Services.Members;
using Dapper;

namespace ChatChannels.Runtime.Storage;

/// <summary>The local register, for a fund whose own cannot be asked.</summary>
internal sealed class SqlRegister(Database database, KeyRing keys) : IRegister
{
    public async Task<bool> Knows(FundId fund, string? identity, string? likeness, CancellationToken cancellation)
    {
        var who = new
        {
            fund = fund.Value,
            identity = keys.BlindOrNull("identity", fund, identity) ?? [],
            likeness = keys.BlindOrNull("likeness", fund, likeness) ?? [],
        };
        return await database.Read(
            reader => reader.QueryFirstOrDefaultAsync<long?>(new CommandDefinition(
                """
                SELECT 1 FROM members m JOIN keys k ON k.owner = m.owner
                WHERE m.fund = @fund AND (m.identity = @identity OR m.likeness = @likeness) LIMIT 1
                """,
                who,
                cancellationToken: cancellation)),
            cancellation) is not null;
    }

    public Task<MemberRecord?> Get(FundId fund, string number, CancellationToken cancellation) => throw new NotSupportedException();
}
