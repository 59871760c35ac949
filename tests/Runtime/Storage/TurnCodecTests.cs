using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using ChatChannels.Conversation.Engine;
using ChatChannels.Runtime.Storage.Writing;
using static ChatChannels.Tests.Runtime.Storage.Samples;

namespace ChatChannels.Tests.Runtime.Storage;

public sealed class TurnCodecTests
{
    private static readonly Session Full = Session("x") with
    {
        Version = 7,
        ReturnTo = Life.Proving,
        LanguageChosen = true,
        Changing = "birth",
        Filter = "dou",
        Page = 2,
        Pages = 4,
        WrongAnswers = 1,
        Held = new HeldStand([new Frame("a", 1, "b", "c"), new Frame("d", 2, "e", "f")], AnswerSheet.None.With("é", "اسم"), ["é", "a"], Saved: true, "review", Own: true, 2),
        Derived = ImmutableSortedSet.Create(StringComparer.Ordinal, "sex", "Age"),
        Saved = true,
        Reminded = true,
        Agent = new AgentStand("7", Noon, 2, "16:30", IsTold: true),
        Turns = 9,
        Repeated = new RepeatedInput(-5, 3),
    };

    private static readonly Session Bare = new()
    {
        Key = Full.Key,
        Address = Full.Address,
        Language = Full.Language,
        StartedAt = Noon,
        LastAt = Noon,
    };

    public static TheoryData<string> Stored => [.. Properties().Select(p => p.Name)];

    /// <summary>Those that came after the first version; a required one was there from it on.</summary>
    public static TheoryData<string> Added => [.. Properties().Where(p => !IsRequired(p)).Select(p => p.Name)];

    [Theory]
    [MemberData(nameof(Stored))]
    public void Decode_Property_IsAsEncoded(string name)
    {
        var property = typeof(Session).GetProperty(name)!;
        if (!IsRequired(property))
            Assert.NotEqual(Shape.Of(property.GetValue(Bare)), Shape.Of(property.GetValue(Full)), StringComparer.Ordinal); // a new property needs a sample above

        var decoded = TurnCodec.Decode(TurnCodec.Encode(Turn(Full)));

        Assert.Equal(Shape.Of(property.GetValue(Full)), Shape.Of(property.GetValue(decoded.Session)));
        Assert.Equal("1*2", decoded.Request);
    }

    [Theory]
    [MemberData(nameof(Added))]
    public void Decode_PropertyNotThereYet_TakesItsDefault(string name)
    {
        var property = typeof(Session).GetProperty(name)!;
        var json = JsonNode.Parse(TurnCodec.Encode(Turn(Full)))!;
        json["Session"]!.AsObject().Remove(name);

        var decoded = TurnCodec.Decode(Encoding.UTF8.GetBytes(json.ToJsonString())).Session;

        Assert.Equal(Shape.Of(property.GetValue(Bare)), Shape.Of(property.GetValue(decoded)));
        _ = decoded.ToString();
    }

    [Fact]
    public void Decode_UnknownProperty_IsPassedOver()
    {
        var json = JsonNode.Parse(TurnCodec.Encode(Turn(Full)))!;
        json["Session"]!["Later"] = new JsonArray(1, 2);

        Assert.Equal(7, TurnCodec.Decode(Encoding.UTF8.GetBytes(json.ToJsonString())).Session.Version);
    }

    [Fact]
    public void Decode_Answers_AreInOrdinalOrder()
    {
        var answers = AnswerSheet.None.With("b", "1").With("B", "2").With("é", "3").With("a", "4");

        var decoded = TurnCodec.Decode(TurnCodec.Encode(Turn(Full with { Answers = answers }))).Session.Answers.With("A", "5");

        Assert.Equal("A B a b é", string.Join(' ', decoded.Values.Keys));
        Assert.Same(StringComparer.Ordinal, decoded.Values.KeyComparer);
    }

    private static ImmutableArray<PropertyInfo> Properties() => [.. typeof(Session).GetProperties().Where(p => p.CanWrite)];

    private static bool IsRequired(PropertyInfo property) =>
        property.GetCustomAttribute<System.Runtime.CompilerServices.RequiredMemberAttribute>() is not null;
}
