using System.Text;
using ChatChannels.Driver.Walks;

namespace ChatChannels.Tests.Bench;

public sealed class WalkTests
{
    private static readonly Walk Example = Walk.Parse("""
        # a note
        > *1#
        < CON Name ?
        > {surname}
        < CON {surname}: number {case-number}, code {secret-code}.
        < 1 OK
        > 1
        < END {case-number}
        """);

    private readonly Caller _caller = new(Example, new Chance(7), 3);

    [Fact]
    public void Matches_AScreenWithWhatIsNotKnownYet_LearnsItAndHoldsToIt()
    {
        Assert.True(Accepts(1, $"CON {_caller["surname"]}: number 886 510, code 72*4.\n1 OK"));
        Assert.Equal("886 510", _caller["case-number"]);
        Assert.Equal("72*4", _caller["secret-code"]);

        Assert.True(Accepts(2, "END 886 510"));
        Assert.False(Accepts(2, "END 886 511"));
    }

    [Theory]
    [InlineData("CON Name ?", true)]
    [InlineData("CON Name ? ", false)]
    [InlineData("CON Name", false)]
    [InlineData("END Name ?", false)]
    [InlineData("", false)]
    public void Matches_AFixedScreen_OctetForOctet(string screen, bool isRight) => Assert.Equal(isRight, Accepts(0, screen));

    [Fact]
    public void Matches_AnotherPersonsAnswer_IsWrong() =>
        Assert.False(Accepts(1, $"CON {new Caller(Example, new Chance(8), 4)["surname"]}: number 1, code 2.\n1 OK"));

    [Fact]
    public void Parse_AScript_ReadsWhatIsDialledAndTyped()
    {
        Assert.Equal("*1#", Example.ServiceCode);
        Assert.Equal(3, Example.Length);
        Assert.Equal(_caller["surname"], Encoding.UTF8.GetString(Example.Hops[1].Typed.Write(_caller)));
    }

    [Theory]
    [InlineData("< CON first")]
    [InlineData("> 1\n? CON")]
    [InlineData("> 1\n< CON {open")]
    public void Parse_WhatIsNoScript_Throws(string script) => Assert.Throws<FormatException>(() => Walk.Parse(script));

    [Fact]
    public void Expecting_OneReply_AcceptsItAtEveryHop()
    {
        var constant = Walk.First8.Expecting("CON same");
        var caller = new Caller(constant, new Chance(1), 0);

        Assert.All(constant.Hops, hop => Assert.True(hop.Expected.Matches("CON same"u8, caller)));
        Assert.All(constant.Hops, hop => Assert.False(hop.Expected.Matches("CON other"u8, caller)));
    }

    [Fact]
    public void Caller_OtherNumbers_HaveOtherMobilePhones()
    {
        var phones = Enumerable.Range(0, 20_000).Select(number => new Caller(Example, new Chance(1), number * 2499L).Phone).ToList();

        Assert.Distinct(phones, StringComparer.Ordinal);
        Assert.All(phones, phone => Assert.Matches(@"\A\+2376[5-9][0-9]{7}\z", phone));
    }

    [Fact]
    public void Caller_SameSeed_AnswersTheSame() =>
        Assert.Equal(_caller.SessionId + _caller["surname"], new Caller(Example, new Chance(7), 9) is var again ? again.SessionId + again["surname"] : "");

    private bool Accepts(int hop, string screen) => Example.Hops[hop].Expected.Matches(Encoding.UTF8.GetBytes(screen), _caller);
}
