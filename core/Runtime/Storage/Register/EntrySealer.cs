using System.Diagnostics;
using ChatChannels.Conversation;
using ChatChannels.Runtime.Storage.Keys;
using ChatChannels.Runtime.Storage.Sql;
using ChatChannels.Runtime.Storage.Writing;

namespace ChatChannels.Runtime.Storage.Register;

/// <summary>Turns entries of the local register into sealed rows.</summary>
/// <param name="now">When claims that differ from what is there count as changed.</param>
internal sealed class EntrySealer(KeyRing keys, DateTimeOffset now)
{
    public string Owner(RegisterEntry entry) => entry switch
    {
        RegisterEntry.OfMember e => keys.OwnerOfMember(e.Member.Fund, e.Member.Number),
        RegisterEntry.OfAccount e => keys.OwnerOfMember(e.Account.Fund, e.Account.Number),
        RegisterEntry.OfClaim e => keys.OwnerOfMember(e.Fund, e.Number),
        RegisterEntry.OfEmployer e => keys.OwnerOfMember(e.Employer.Fund, $"employer {e.Employer.Number}"),
        _ => throw new UnreachableException(),
    };

    public IEnumerable<(Statement Statement, object?[] Row)> Rows(RegisterEntry entry, DataKey key) => entry switch
    {
        RegisterEntry.OfMember e => Rows(e, key),
        RegisterEntry.OfAccount e => [(RegisterStatements.PutAccount, Row(e, key))],
        RegisterEntry.OfClaim e => [(RegisterStatements.PutClaim, Row(e, key))],
        RegisterEntry.OfEmployer e => [(RegisterStatements.PutEmployer, Row(e, key))],
        _ => throw new UnreachableException(),
    };

    /// <summary>What <see cref="RegisterStatements.IdentityTaken"/> is asked with; null for a row without an identity.</summary>
    public object?[]? Identity(RegisterRow row) => row.Entry is RegisterEntry.OfMember { Member: { Identity: { } identity } member }
        ? [row.Line, member.Fund.Value, keys.Blind("identity", member.Fund, identity), Number(member.Fund, member.Number)]
        : null;

    /// <summary>What <see cref="RegisterStatements.NoMember"/> is asked with; null for a row that is of no member.</summary>
    public object?[]? Member(RegisterRow row) => row.Entry switch
    {
        RegisterEntry.OfAccount e => [row.Line, e.Account.Fund.Value, Number(e.Account.Fund, e.Account.Number)],
        RegisterEntry.OfClaim e => [row.Line, e.Fund.Value, Number(e.Fund, e.Number)],
        _ => null,
    };

    /// <summary>The blind index of a fact.</summary>
    public static byte[] Fact(KeyRing keys, FundId fund, string name, string value) => keys.Blind("fact", fund, $"{name}\n{value}");

    private IEnumerable<(Statement Statement, object?[] Row)> Rows(RegisterEntry.OfMember entry, DataKey key)
    {
        var (member, fund) = (entry.Member, entry.Member.Fund);
        var number = Number(fund, member.Number);
        yield return (RegisterStatements.PutMember,
        [
            fund.Value, number, keys.BlindOrNull("identity", fund, member.Identity), keys.BlindOrNull("likeness", fund, member.Likeness),
            key.Owner, member.Since.UtcTicks, key.Seal(RegisterCodec.Encode(member), Places.Member(number)),
        ]);
        yield return (RegisterStatements.DropFacts, [key.Owner]);
        foreach (var name in entry.FoundBy.Where(member.Facts.Has))
            yield return (RegisterStatements.PutFact, [Fact(keys, fund, name, member.Facts[name]!), fund.Value, number, key.Owner]);
    }

    private object?[] Row(RegisterEntry.OfAccount entry, DataKey key)
    {
        var number = Number(entry.Account.Fund, entry.Account.Number);
        return [entry.Account.Fund.Value, number, key.Owner, key.Seal(RegisterCodec.Encode(entry.Account), RegisterSealer.PlaceOfAccount(number))];
    }

    private object?[] Row(RegisterEntry.OfClaim entry, DataKey key)
    {
        var claim = keys.Blind("claim", entry.Fund, entry.Claim.Id);
        var body = RegisterCodec.Encode(new FiledClaim(entry.Number, entry.Claim));
        return
        [
            entry.Fund.Value, claim, Number(entry.Fund, entry.Number), keys.Blind("claim-body", entry.Fund, Convert.ToBase64String(body)),
            now.UtcTicks, key.Owner, key.Seal(body, RegisterSealer.PlaceOfClaim(claim)),
        ];
    }

    private object?[] Row(RegisterEntry.OfEmployer entry, DataKey key)
    {
        var number = keys.Blind("employer", entry.Employer.Fund, entry.Employer.Number);
        return [entry.Employer.Fund.Value, number, key.Owner, key.Seal(RegisterCodec.Encode(entry.Employer), RegisterSealer.PlaceOfEmployer(number))];
    }

    private byte[] Number(FundId fund, string number) => keys.Blind("number", fund, number);
}
