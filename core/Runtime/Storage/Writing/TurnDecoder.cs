using System.Collections.Immutable;
using System.Formats.Cbor;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Localization;

namespace ChatChannels.Runtime.Storage.Writing;

/// <summary>Reads a turn as it is stored. What it does not know is passed over; what is not there has its default.</summary>
internal static class TurnDecoder
{
    private static readonly ImmutableSortedSet<string> NoNames = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    private static readonly StoredSession Blank = new(
        new Session { Key = new SessionKey(default, default, ""), Address = new Address(default, ""), Language = default, StartedAt = default, LastAt = default }, "", "");

    /// <summary>The turn.</summary>
    /// <exception cref="CborContentException">It is not CBOR.</exception>
    /// <exception cref="InvalidOperationException">It is CBOR of another kind.</exception>
    public static StoredSession Decode(ReadOnlyMemory<byte> bytes) =>
        ReadMap(new CborReader(bytes, CborConformanceMode.Lax), Blank, Read);

    /// <summary>The address of one who is known by the exchange alone, as in chats.</summary>
    public static Address AddressOf(SessionKey key) => new(key.Channel, key.Exchange);

    private static StoredSession Read(CborReader cbor, TurnField field, StoredSession stored) => field switch
    {
        TurnField.Request => stored with { Request = cbor.ReadTextString() },
        TurnField.Reply => stored with { Reply = cbor.ReadTextString() },
        _ => stored with { Session = Read(cbor, field, stored.Session) },
    };

    private static Session Read(CborReader cbor, TurnField field, Session session) => field switch
    {
        TurnField.Key => Known(session, ReadKey(cbor)),
        TurnField.Address => session with { Address = ReadAddress(cbor) },
        TurnField.Version => session with { Version = cbor.ReadInt64() },
        TurnField.Life => session with { Life = Choice<Life>(cbor) },
        TurnField.ReturnTo => session with { ReturnTo = Choice<Life>(cbor) },
        TurnField.Language => session with { Language = new Language(cbor.ReadTextString()) },
        TurnField.LanguageChosen => session with { LanguageChosen = cbor.ReadBoolean() },
        TurnField.Frames => session with { Frames = [.. ReadArray(cbor, ReadFrame)] },
        TurnField.Answers => session with { Answers = ReadAnswers(cbor) },
        TurnField.Derived => session with { Derived = NoNames.Union(ReadTexts(cbor)) },
        TurnField.Changing => session with { Changing = cbor.ReadTextString() },
        TurnField.Filter => session with { Filter = cbor.ReadTextString() },
        TurnField.CallBackTo => session with { CallBackTo = cbor.ReadTextString() },
        TurnField.Page => session with { Page = cbor.ReadInt32() },
        TurnField.Pages => session with { Pages = cbor.ReadInt32() },
        TurnField.WrongAnswers => session with { WrongAnswers = cbor.ReadInt32() },
        TurnField.Held => session with { Held = ReadMap(cbor, new HeldStand([], AnswerSheet.None, NoNames, Saved: false), Read) },
        TurnField.Agent => session with { Agent = ReadAgent(cbor) },
        TurnField.Saved => session with { Saved = cbor.ReadBoolean() },
        TurnField.Reminded => session with { Reminded = cbor.ReadBoolean() },
        TurnField.StartedAt => session with { StartedAt = Instant(cbor) },
        TurnField.LastAt => session with { LastAt = Instant(cbor) },
        TurnField.Turns => session with { Turns = cbor.ReadInt32() },
        TurnField.Repeated => session with { Repeated = ReadRepeated(cbor) },
        _ => PassOver(cbor, session),
    };

    private static HeldStand Read(CborReader cbor, TurnField field, HeldStand held) => field switch
    {
        TurnField.Frames => held with { Frames = [.. ReadArray(cbor, ReadFrame)] },
        TurnField.Answers => held with { Answers = ReadAnswers(cbor) },
        TurnField.Derived => held with { Derived = NoNames.Union(ReadTexts(cbor)) },
        TurnField.Saved => held with { Saved = cbor.ReadBoolean() },
        TurnField.Changing => held with { Changing = cbor.ReadTextString() },
        TurnField.Own => held with { Own = cbor.ReadBoolean() },
        TurnField.WrongProofs => held with { WrongProofs = cbor.ReadInt32() },
        TurnField.Page => held with { Page = cbor.ReadInt32() },
        _ => PassOver(cbor, held),
    };

    private static Session Known(Session session, SessionKey key) => session with { Key = key, Address = AddressOf(key) };

    private static SessionKey ReadKey(CborReader cbor) =>
        ReadTexts(cbor) is [var fund, var channel, var exchange, ..] ? new SessionKey(new FundId(fund), new Channel(channel), exchange) : throw Short(TurnField.Key);

    private static Address ReadAddress(CborReader cbor) =>
        ReadTexts(cbor) is [var channel, var value, var proof, ..] ? new Address(new Channel(channel), value, Enum.Parse<Proof>(proof)) : throw Short(TurnField.Address);

    private static Frame ReadFrame(CborReader cbor)
    {
        cbor.ReadStartArray();
        var frame = new Frame(cbor.ReadTextString(), cbor.ReadInt32(), cbor.ReadTextString(), cbor.ReadTextString());
        cbor.ReadEndArray();
        return frame;
    }

    private static AgentStand ReadAgent(CborReader cbor)
    {
        cbor.ReadStartArray();
        var agent = new AgentStand(cbor.ReadTextString(), Instant(cbor), cbor.ReadInt32(), cbor.ReadTextString(), cbor.ReadBoolean());
        cbor.ReadEndArray();
        return agent;
    }

    private static RepeatedInput ReadRepeated(CborReader cbor)
    {
        cbor.ReadStartArray();
        var repeated = new RepeatedInput(cbor.ReadInt32(), cbor.ReadInt32());
        cbor.ReadEndArray();
        return repeated;
    }

    /// <summary>In ordinal order, whatever the node's culture.</summary>
    private static AnswerSheet ReadAnswers(CborReader cbor)
    {
        var answers = AnswerSheet.None.Values.ToBuilder();
        cbor.ReadStartMap();
        while (cbor.PeekState() is not CborReaderState.EndMap)
            answers[cbor.ReadTextString()] = cbor.ReadTextString();
        cbor.ReadEndMap();
        return new AnswerSheet(answers.ToImmutable());
    }

    private static DateTimeOffset Instant(CborReader cbor) => new(cbor.ReadInt64(), TimeSpan.Zero);

    private static T Choice<T>(CborReader cbor)
        where T : struct, Enum => Enum.Parse<T>(cbor.ReadTextString());

    private static List<string> ReadTexts(CborReader cbor) => ReadArray(cbor, reader => reader.ReadTextString());

    private static List<T> ReadArray<T>(CborReader cbor, Func<CborReader, T> read)
    {
        var all = new List<T>();
        cbor.ReadStartArray();
        while (cbor.PeekState() is not CborReaderState.EndArray)
            all.Add(read(cbor));
        cbor.ReadEndArray();
        return all;
    }

    private static T ReadMap<T>(CborReader cbor, T start, Func<CborReader, TurnField, T, T> read)
    {
        cbor.ReadStartMap();
        while (cbor.PeekState() is not CborReaderState.EndMap)
            start = read(cbor, (TurnField)cbor.ReadInt32(), start);
        cbor.ReadEndMap();
        return start;
    }

    private static T PassOver<T>(CborReader cbor, T read)
    {
        cbor.SkipValue();
        return read;
    }

    private static InvalidOperationException Short(TurnField field) => new($"A stored turn has a {field} of too few parts.");
}
