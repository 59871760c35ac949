using System.Collections.Immutable;
using System.Diagnostics;
using ChatChannels.Runtime.Storage.Dialogues;
using ChatChannels.Runtime.Storage.Documents;
using ChatChannels.Runtime.Storage.HandOvers;
using ChatChannels.Runtime.Storage.Keys;
using ChatChannels.Runtime.Storage.Register;
using ChatChannels.Runtime.Storage.Sessions;
using ChatChannels.Runtime.Storage.Verification;
using ChatChannels.Services;
using ChatChannels.Services.Audit;
using ChatChannels.Services.Cases;
using ChatChannels.Services.Members;
using ChatChannels.Services.Messages;

namespace ChatChannels.Runtime.Storage.Writing;

/// <summary>Turns a unit into sealed rows, on the caller's thread, so that the writer only writes.</summary>
internal sealed class Sealer(KeyRing keys, LiveSessions live, SqlInbox inbox)
{
    public async ValueTask<SealedUnit> Seal(Unit unit, CancellationToken cancellation)
    {
        var held = new List<DataKey>(2);
        var turn = unit.Turn is { } write ? await Seal(write, held, cancellation) : null;
        if (unit.Changes.IsEmpty)
            return new SealedUnit(turn, [], [], [.. held]);
        var rows = ImmutableArray.CreateBuilder<RowWrite>();
        var facts = ImmutableArray.CreateBuilder<AuditFact>();
        foreach (var change in unit.Changes)
        {
            if (change is Change.Record record)
                facts.Add(record.Fact);
            else if (Unsealed(change) is { IsEmpty: false } unsealed)
                rows.AddRange(unsealed);
            else
                rows.Add(Row(change, await Hold(Owner(change), held, cancellation)));
        }

        return new SealedUnit(turn, rows.ToImmutable(), facts.ToImmutable(), [.. held]);
    }

    private ImmutableArray<RowWrite> Unsealed(Change change) =>
        VerificationRows.Of(change, keys) is { IsEmpty: false } rows ? rows : inbox.Rows(change);

    private async ValueTask<SealedTurn> Seal(TurnWrite write, List<DataKey> held, CancellationToken cancellation)
    {
        var session = write.Session;
        if (live.Find(session.Key) is not { } known)
            return Sealed(write, keys.Session(session.Key), await Hold(keys.OwnerOfAddress(session.Key.Fund, session.Address.Value), held, cancellation));
        held.Add(known.Key);
        return Sealed(write, known.Index, known.Key);
    }

    /// <summary>The key of an owner; one unit holds one key of each.</summary>
    private async ValueTask<DataKey> Hold(string owner, List<DataKey> held, CancellationToken cancellation)
    {
        if (held.Find(key => string.Equals(key.Owner, owner, StringComparison.Ordinal)) is { } known)
            return known;
        var key = await keys.For(owner, cancellation);
        held.Add(key);
        return key;
    }

    private string Owner(Change change) => change switch
    {
        Change.OpenCase c => KeyRing.OwnerOfCase(c.Case.Number),
        Change.ReplaceCase c => KeyRing.OwnerOfCase(c.Case.Number),
        Change.RegisterMember m => keys.OwnerOfMember(m.Member.Fund, m.Member.Number),
        Change.Send s => keys.OwnerOfAddress(s.Message.Fund, s.Message.Person),
        _ => DialogueSealer.Owner(keys, change) ?? DocumentSealer.Owner(keys, change) ?? HandOverSealer.Owner(keys, change) ?? RegisterSealer.Owner(keys, change) ?? throw new UnreachableException(),
    };

    private RowWrite Row(Change change, DataKey key) => change switch
    {
        Change.OpenCase c => new(Statements.OpenCase, Row(c.Case, key), CanClash: true),
        Change.ReplaceCase c => new(Statements.ReplaceCase, Row(c.Case, key), CanClash: true),
        Change.RegisterMember m => new(Statements.RegisterMember, Row(m.Member, key), CanClash: true),
        Change.Send s => new(Statements.Send, Row(s.Message, key), CanClash: false),
        _ => DialogueSealer.Row(keys, change, key) ?? DocumentSealer.Row(change, key) ?? HandOverSealer.Row(change, key) ?? RegisterSealer.Row(keys, change, key),
    };

    private static SealedTurn Sealed(TurnWrite write, byte[] index, DataKey key) => new()
    {
        Key = write.Session.Key,
        Session = index,
        Holder = key,
        Version = write.Session.Version,
        At = write.Session.LastAt.UtcTicks,
        Body = key.Seal(TurnEncoder.Encode(write), Places.Turn(index, write.Session.Version)),
    };

    private object?[] Row(Case filed, DataKey key) =>
    [
        filed.Number.Digits, filed.Fund.Value, filed.Kind, filed.State.ToString(), filed.Version, filed.IsOpen ? 1L : 0L,
        keys.BlindOrNull("identity", filed.Fund, filed.Identity), filed.ChangedAt.UtcTicks, key.Owner,
        key.Seal(BodyCodec.Encode(filed), Places.Case(filed.Number)),
    ];

    private object?[] Row(Member member, DataKey key)
    {
        var number = keys.Blind("number", member.Fund, member.Number);
        return
        [
            member.Fund.Value, number, keys.BlindOrNull("identity", member.Fund, member.Identity),
            keys.BlindOrNull("likeness", member.Fund, member.Likeness), key.Owner, member.Since.UtcTicks,
            key.Seal(BodyCodec.Encode(member), Places.Member(number)),
        ];
    }

    private object?[] Row(Message message, DataKey key)
    {
        var id = message.Id.ToString("D");
        return
        [
            id, message.At.UtcTicks, message.Expires.UtcTicks, keys.Person(message.Person), key.Owner,
            key.Seal(BodyCodec.Encode(message), Places.Message(id)),
        ];
    }
}
