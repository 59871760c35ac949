using System.Collections.Immutable;
using System.Formats.Cbor;
using System.Reflection;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Runtime.Storage;
using ChatChannels.Runtime.Storage.Writing;
using static ChatChannels.Tests.Runtime.Storage.Samples;

namespace ChatChannels.Tests.Runtime.Storage;

public sealed class TurnCodecTests
{
    private static readonly DateTimeOffset Start = Noon.ToUniversalTime();

    private static readonly Session Full = Session("x") with
    {
        Version = 7,
        ReturnTo = Life.Proving,
        LanguageChosen = true,
        Changing = "birth",
        Filter = "dou",
        CallBackTo = "+237650000001",
        Page = 2,
        Pages = 4,
        WrongAnswers = 1,
        Held = new HeldStand([new Frame("a", 1, "b", "c"), new Frame("d", 2, "e", "f")], AnswerSheet.None.With("é", "اسم"), ["é", "a"], Saved: true, "review", Own: true, 2, 3),
        Derived = ImmutableSortedSet.Create(StringComparer.Ordinal, "sex", "Age"),
        Saved = true,
        Reminded = true,
        Agent = new AgentStand("7", Start, 2, "16:30", IsTold: true),
        StartedAt = Start,
        LastAt = Start.AddTicks(7),
        Turns = 9,
        Repeated = new RepeatedInput(-5, 3),
    };

    private static readonly Session Bare = new()
    {
        Key = Full.Key,
        Address = new Address(Full.Key.Channel, Full.Key.Exchange),
        Language = Full.Language,
        StartedAt = Start,
        LastAt = Start,
    };

    public static TheoryData<string> Stored => [.. Properties().Select(p => p.Name)];

    /// <summary>The fields of a session that may be missing, by what they are; what every session has was there from the first version on.</summary>
    public static TheoryData<string> Added => [.. Properties().Where(p => !IsRequired(p)).Select(p => p.Name)];

    public static TheoryData<string> OfHeld => [.. typeof(HeldStand).GetProperties().Where(p => p.CanWrite).Select(p => p.Name)];

    [Theory]
    [MemberData(nameof(Stored))]
    public void Decode_Property_IsAsEncoded(string name)
    {
        var property = typeof(Session).GetProperty(name)!;
        if (!IsRequired(property))
            Assert.NotEqual(Shape.Of(property.GetValue(Bare)), Shape.Of(property.GetValue(Full)), StringComparer.Ordinal); // a new property needs a sample above

        var decoded = Decode(Full);

        Assert.Equal(Shape.Of(property.GetValue(Full)), Shape.Of(property.GetValue(decoded.Session)));
        Assert.Equal(("1*2", "CON Nom ?"), (decoded.Request, decoded.Reply));
    }

    [Theory]
    [MemberData(nameof(OfHeld))]
    public void Decode_PropertyOfWhatIsHeld_IsAsEncoded(string name)
    {
        var property = typeof(HeldStand).GetProperty(name)!;
        Assert.NotEqual(Shape.Of(property.GetValue(new HeldStand([], AnswerSheet.None, [], Saved: false))), Shape.Of(property.GetValue(Full.Held)), StringComparer.Ordinal);

        Assert.Equal(Shape.Of(property.GetValue(Full.Held)), Shape.Of(property.GetValue(Decode(Full).Session.Held)));
    }

    [Theory]
    [MemberData(nameof(Added))]
    public void Decode_PropertyNotThereYet_TakesItsDefault(string name)
    {
        var property = typeof(Session).GetProperty(name)!;
        var fields = Fields(TurnEncoder.Encode(Turn(Full)).ToArray());
        Assert.True(fields.Remove((int)Enum.Parse<TurnField>(name)));

        var decoded = TurnDecoder.Decode(Bytes(fields)).Session;

        Assert.Equal(Shape.Of(property.GetValue(Bare)), Shape.Of(property.GetValue(decoded)));
        _ = decoded.ToString();
    }

    [Fact]
    public void Decode_UnknownField_IsPassedOver()
    {
        var fields = Fields(TurnEncoder.Encode(Turn(Full)).ToArray());
        fields[1000] = Bytes(new() { [1] = new byte[] { 0x82, 1, 2 } }); // a map in which an array is
        var held = Fields(fields[(int)TurnField.Held].ToArray());
        held[1000] = new byte[] { 0xF6 }; // null
        fields[(int)TurnField.Held] = Bytes(held);

        Assert.Equal(Shape.Of(Full), Shape.Of(TurnDecoder.Decode(Bytes(fields)).Session));
    }

    [Theory]
    [MemberData(nameof(Stored))]
    public void Decode_PropertyOfBareSession_IsAsEncoded(string name)
    {
        var property = typeof(Session).GetProperty(name)!;

        Assert.Equal(Shape.Of(property.GetValue(Bare)), Shape.Of(property.GetValue(Decode(Bare).Session)));
    }

    [Fact]
    public void Encode_AddressThatTheExchangeSays_IsLeftOut()
    {
        Assert.DoesNotContain((int)TurnField.Address, Fields(TurnEncoder.Encode(Turn(Bare)).ToArray()).Keys);
        Assert.Equal(Bare.Address with { Proof = Proof.Located }, Decode(Bare with { Address = Bare.Address with { Proof = Proof.Located } }).Session.Address);
    }

    [Fact]
    public void Decode_HalfOfAPair_IsReplaced() =>
        Assert.Equal("CON \uFFFD!", TurnDecoder.Decode(TurnEncoder.Encode(Turn(Full, reply: "CON \uD83D!")).ToArray()).Reply);

    [Fact]
    public void Decode_Answers_AreInOrdinalOrder()
    {
        var answers = AnswerSheet.None.With("b", "1").With("B", "2").With("é", "3").With("a", "4");

        var decoded = Decode(Full with { Answers = answers }).Session.Answers.With("A", "5");

        Assert.Equal("A B a b é", string.Join(' ', decoded.Values.Keys));
        Assert.Same(StringComparer.Ordinal, decoded.Values.KeyComparer);
    }

    private static StoredSession Decode(Session session) => TurnDecoder.Decode(TurnEncoder.Encode(Turn(session)).ToArray());

    /// <summary>The fields of a map, each as it is written.</summary>
    private static SortedDictionary<int, ReadOnlyMemory<byte>> Fields(byte[] map)
    {
        var cbor = new CborReader(map);
        var fields = new SortedDictionary<int, ReadOnlyMemory<byte>>();
        cbor.ReadStartMap();
        while (cbor.PeekState() is not CborReaderState.EndMap)
            fields.Add(cbor.ReadInt32(), cbor.ReadEncodedValue());
        cbor.ReadEndMap();
        return fields;
    }

    private static byte[] Bytes(SortedDictionary<int, ReadOnlyMemory<byte>> fields)
    {
        var cbor = new CborWriter();
        cbor.WriteStartMap(fields.Count);
        foreach (var (field, value) in fields)
        {
            cbor.WriteInt32(field);
            cbor.WriteEncodedValue(value.Span);
        }

        cbor.WriteEndMap();
        return cbor.Encode();
    }

    private static ImmutableArray<PropertyInfo> Properties() => [.. typeof(Session).GetProperties().Where(p => p.CanWrite)];

    private static bool IsRequired(PropertyInfo property) =>
        property.GetCustomAttribute<System.Runtime.CompilerServices.RequiredMemberAttribute>() is not null;
}
