using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using ChatChannels.Conversation.Engine;

namespace ChatChannels.Runtime.Storage.Writing;

/// <summary>
/// Writes a turn as <see cref="TurnJson"/> reads it: by hand, since every hop writes one and the serialiser takes three
/// times as long. What has its default is left out.
/// </summary>
internal static class TurnEncoder
{
    /// <summary>Never shown in a page: letters stay letters, an Arabic one two bytes instead of six.</summary>
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    [ThreadStatic]
    private static Utf8JsonWriter? _json;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _room;

    public static byte[] Encode(TurnWrite turn)
    {
        var room = _room ??= new ArrayBufferWriter<byte>(2048);
        var json = _json ??= new Utf8JsonWriter(room, Options);
        room.ResetWrittenCount();
        json.Reset(room);
        json.WriteStartObject();
        json.WriteStartObject("Session"u8);
        Write(json, turn.Session);
        json.WriteEndObject();
        json.WriteString("Request"u8, turn.Request);
        json.WriteString("Reply"u8, turn.Reply);
        json.WriteEndObject();
        json.Flush();
        return room.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, Session session)
    {
        WriteIdentity(json, session);
        WriteStand(json, session.Frames, session.Answers, session.Derived);
        Text(json, "Changing"u8, session.Changing);
        Text(json, "Filter"u8, session.Filter);
        Number(json, "Page"u8, session.Page);
        Number(json, "Pages"u8, session.Pages);
        Number(json, "WrongAnswers"u8, session.WrongAnswers);
        if (session.Held is { } held)
            Write(json, held);
        if (session.Agent is { } agent)
            Write(json, agent);
        Flag(json, "Saved"u8, session.Saved);
        Flag(json, "Reminded"u8, session.Reminded);
        json.WriteString("StartedAt"u8, session.StartedAt);
        json.WriteString("LastAt"u8, session.LastAt);
        Number(json, "Turns"u8, session.Turns);
        json.WriteStartObject("Repeated"u8);
        Number(json, "Hash"u8, session.Repeated.Hash);
        Number(json, "Count"u8, session.Repeated.Count);
        json.WriteEndObject();
    }

    private static void WriteIdentity(Utf8JsonWriter json, Session session)
    {
        json.WriteStartObject("Key"u8);
        Named(json, "Fund"u8, "Value"u8, session.Key.Fund.Value);
        Named(json, "Channel"u8, "Name"u8, session.Key.Channel.Name);
        json.WriteString("Exchange"u8, session.Key.Exchange);
        json.WriteEndObject();
        json.WriteStartObject("Address"u8);
        Named(json, "Channel"u8, "Name"u8, session.Address.Channel.Name);
        json.WriteString("Value"u8, session.Address.Value);
        json.WriteString("Proof"u8, session.Address.Proof.ToString());
        json.WriteEndObject();
        json.WriteNumber("Version"u8, session.Version);
        json.WriteString("Life"u8, session.Life.ToString());
        json.WriteString("ReturnTo"u8, session.ReturnTo.ToString());
        Named(json, "Language"u8, "Code"u8, session.Language.Code);
        Flag(json, "LanguageChosen"u8, session.LanguageChosen);
    }

    private static void Write(Utf8JsonWriter json, HeldStand held)
    {
        json.WriteStartObject("Held"u8);
        WriteStand(json, held.Frames, held.Answers, held.Derived);
        Flag(json, "Saved"u8, held.Saved);
        Text(json, "Changing"u8, held.Changing);
        Flag(json, "Own"u8, held.Own);
        Number(json, "WrongProofs"u8, held.WrongProofs);
        Number(json, "Page"u8, held.Page);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, AgentStand agent)
    {
        json.WriteStartObject("Agent"u8);
        json.WriteString("Id"u8, agent.Id);
        json.WriteString("Due"u8, agent.Due);
        Number(json, "Ahead"u8, agent.Ahead);
        json.WriteString("Until"u8, agent.Until);
        Flag(json, "IsTold"u8, agent.IsTold);
        json.WriteEndObject();
    }

    private static void WriteStand(Utf8JsonWriter json, ImmutableArray<Frame> frames, AnswerSheet answers, ImmutableSortedSet<string> derived)
    {
        json.WriteStartArray("Frames"u8);
        foreach (var frame in frames)
            Write(json, frame);
        json.WriteEndArray();
        json.WriteStartObject("Answers"u8);
        foreach (var (name, canonical) in answers.Values)
            json.WriteString(name, canonical);
        json.WriteEndObject();
        if (derived.IsEmpty)
            return;
        json.WriteStartArray("Derived"u8);
        foreach (var name in derived)
            json.WriteStringValue(name);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Frame frame)
    {
        json.WriteStartObject();
        json.WriteString("Flow"u8, frame.Flow);
        json.WriteNumber("Version"u8, frame.Version);
        json.WriteString("Entry"u8, frame.Entry);
        json.WriteString("State"u8, frame.State);
        json.WriteEndObject();
    }

    private static void Named(Utf8JsonWriter json, ReadOnlySpan<byte> name, ReadOnlySpan<byte> part, string value)
    {
        json.WriteStartObject(name);
        json.WriteString(part, value);
        json.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    private static void Number(Utf8JsonWriter json, ReadOnlySpan<byte> name, int value)
    {
        if (value is not 0)
            json.WriteNumber(name, value);
    }

    private static void Flag(Utf8JsonWriter json, ReadOnlySpan<byte> name, bool value)
    {
        if (value)
            json.WriteBoolean(name, value);
    }
}
