using System.Collections.Immutable;
using System.Formats.Cbor;
using ChatChannels.Conversation.Engine;

namespace ChatChannels.Runtime.Storage.Writing;

/// <summary>Writes a turn as <see cref="TurnDecoder"/> reads it. What has its default is left out.</summary>
internal static class TurnEncoder
{
    [ThreadStatic]
    private static CborWriter? _cbor;

    [ThreadStatic]
    private static byte[]? _room;

    /// <summary>The turn, good until this thread encodes another.</summary>
    public static ReadOnlySpan<byte> Encode(TurnWrite turn)
    {
        // Lax: half of a pair of surrogates is written as U+FFFD, not thrown out.
        var cbor = _cbor ??= new CborWriter(CborConformanceMode.Lax, initialCapacity: 2048);
        cbor.Reset();
        cbor.WriteStartMap(definiteLength: null);
        Write(cbor, turn.Session);
        Text(cbor, TurnField.Request, turn.Request);
        Text(cbor, TurnField.Reply, turn.Reply);
        cbor.WriteEndMap();
        if (_room is null || _room.Length < cbor.BytesWritten)
            _room = new byte[Math.Max(2 * cbor.BytesWritten, 4096)];
        return _room.AsSpan(0, cbor.Encode(_room));
    }

    private static void Write(CborWriter cbor, Session session)
    {
        WriteIdentity(cbor, session);
        WriteStand(cbor, session.Frames, session.Answers, session.Derived);
        Text(cbor, TurnField.Changing, session.Changing);
        Text(cbor, TurnField.Filter, session.Filter);
        Text(cbor, TurnField.CallBackTo, session.CallBackTo);
        Number(cbor, TurnField.Page, session.Page);
        Number(cbor, TurnField.Pages, session.Pages, unless: 1);
        Number(cbor, TurnField.WrongAnswers, session.WrongAnswers);
        if (session.Held is { } held)
            Write(cbor, held);
        if (session.Agent is { } agent)
            Write(cbor, agent);
        Flag(cbor, TurnField.Saved, session.Saved);
        Flag(cbor, TurnField.Reminded, session.Reminded);
        Number(cbor, TurnField.StartedAt, session.StartedAt.UtcTicks);
        Number(cbor, TurnField.LastAt, session.LastAt.UtcTicks);
        Number(cbor, TurnField.Turns, session.Turns);
        if (session.Repeated == RepeatedInput.None)
            return;
        Field(cbor, TurnField.Repeated);
        cbor.WriteStartArray(2);
        cbor.WriteInt32(session.Repeated.Hash);
        cbor.WriteInt32(session.Repeated.Count);
        cbor.WriteEndArray();
    }

    private static void WriteIdentity(CborWriter cbor, Session session)
    {
        var (key, address) = (session.Key, session.Address);
        Texts(cbor, TurnField.Key, [key.Fund.Value, key.Channel.Name, key.Exchange]);
        if (address != TurnDecoder.AddressOf(key))
            Texts(cbor, TurnField.Address, [address.Channel.Name, address.Value, address.Proof.ToString()]);
        Number(cbor, TurnField.Version, session.Version);
        Choice(cbor, TurnField.Life, session.Life);
        Choice(cbor, TurnField.ReturnTo, session.ReturnTo);
        Text(cbor, TurnField.Language, session.Language.Code);
        Flag(cbor, TurnField.LanguageChosen, session.LanguageChosen);
    }

    private static void Write(CborWriter cbor, HeldStand held)
    {
        Field(cbor, TurnField.Held);
        cbor.WriteStartMap(definiteLength: null);
        WriteStand(cbor, held.Frames, held.Answers, held.Derived);
        Flag(cbor, TurnField.Saved, held.Saved);
        Text(cbor, TurnField.Changing, held.Changing);
        Flag(cbor, TurnField.Own, held.Own);
        Number(cbor, TurnField.WrongProofs, held.WrongProofs);
        Number(cbor, TurnField.Page, held.Page);
        cbor.WriteEndMap();
    }

    private static void Write(CborWriter cbor, AgentStand agent)
    {
        Field(cbor, TurnField.Agent);
        cbor.WriteStartArray(5);
        cbor.WriteTextString(agent.Id);
        cbor.WriteInt64(agent.Due.UtcTicks);
        cbor.WriteInt32(agent.Ahead);
        cbor.WriteTextString(agent.Until);
        cbor.WriteBoolean(agent.IsTold);
        cbor.WriteEndArray();
    }

    private static void WriteStand(CborWriter cbor, ImmutableArray<Frame> frames, AnswerSheet answers, ImmutableSortedSet<string> derived)
    {
        if (!frames.IsEmpty)
            Write(cbor, frames);
        if (!answers.Values.IsEmpty)
            Write(cbor, answers);
        if (!derived.IsEmpty)
            Texts(cbor, TurnField.Derived, [.. derived]);
    }

    private static void Write(CborWriter cbor, ImmutableArray<Frame> frames)
    {
        Field(cbor, TurnField.Frames);
        cbor.WriteStartArray(frames.Length);
        foreach (var frame in frames)
        {
            cbor.WriteStartArray(4);
            cbor.WriteTextString(frame.Flow);
            cbor.WriteInt32(frame.Version);
            cbor.WriteTextString(frame.Entry);
            cbor.WriteTextString(frame.State);
            cbor.WriteEndArray();
        }

        cbor.WriteEndArray();
    }

    private static void Write(CborWriter cbor, AnswerSheet answers)
    {
        Field(cbor, TurnField.Answers);
        cbor.WriteStartMap(answers.Values.Count);
        foreach (var (name, canonical) in answers.Values)
        {
            cbor.WriteTextString(name);
            cbor.WriteTextString(canonical);
        }

        cbor.WriteEndMap();
    }

    private static void Field(CborWriter cbor, TurnField field) => cbor.WriteInt32((int)field);

    private static void Texts(CborWriter cbor, TurnField field, ReadOnlySpan<string> values)
    {
        Field(cbor, field);
        cbor.WriteStartArray(values.Length);
        foreach (var value in values)
            cbor.WriteTextString(value);
        cbor.WriteEndArray();
    }

    private static void Text(CborWriter cbor, TurnField field, string? value)
    {
        if (value is null)
            return;
        Field(cbor, field);
        cbor.WriteTextString(value);
    }

    /// <summary>By name, so that the choices may be put in another order.</summary>
    private static void Choice<T>(CborWriter cbor, TurnField field, T value)
        where T : struct, Enum
    {
        if (!EqualityComparer<T>.Default.Equals(value, default))
            Text(cbor, field, value.ToString());
    }

    private static void Number(CborWriter cbor, TurnField field, long value, long unless = 0)
    {
        if (value == unless)
            return;
        Field(cbor, field);
        cbor.WriteInt64(value);
    }

    private static void Flag(CborWriter cbor, TurnField field, bool value)
    {
        if (!value)
            return;
        Field(cbor, field);
        cbor.WriteBoolean(value);
    }
}
