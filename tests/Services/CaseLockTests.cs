using System.Globalization;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Services.Actions;
using ChatChannels.Services.Cases;
using ChatChannels.Tests.Conversation.Engine;
using ChatChannels.Tests.Pages;

namespace ChatChannels.Tests.Services;

/// <summary>Who guesses at cases locks nobody but themselves out (promise 12).</summary>
public sealed class CaseLockTests
{
    private static readonly DateOnly Today = new(2026, 3, 5);
    private static readonly CaseCaller Attacker = CaseCaller.Network(new NetworkOrigin(1));

    private readonly CaseAccess _access;

    public CaseLockTests() => _access = new CaseAccess(new FakeCabinet(), new FakeAttempts(), new FakeSecrets());

    [Fact]
    public async Task Open_TenWrongCodesFromElsewhere_LeaveTheOwnerAlone()
    {
        for (var i = 0; i < CaseAccess.TriesPerCase; i++)
            Assert.IsType<CaseOpening.Wrong>(await Open(Attacker, SampleCase.Number, SampleCase.WrongCode));

        Assert.IsType<CaseOpening.Locked>(await Open(Attacker, SampleCase.Number, SampleCase.Code));
        Assert.IsType<CaseOpening.Opened>(await Open(CaseCaller.Network(new NetworkOrigin(2)), SampleCase.Number, SampleCase.Code));
    }

    [Fact]
    public async Task Open_AThousandWrongCodesFromTheOwnersNetwork_LeaveTheOwnerAlone()
    {
        for (var i = 0; i < 1100; i++)
            await Open(Attacker, i.ToString("0000000000", CultureInfo.InvariantCulture), SampleCase.WrongCode);

        Assert.IsType<CaseOpening.Opened>(await Open(Attacker, SampleCase.Number, SampleCase.Code));
    }

    [Fact]
    public async Task Open_AHundredWrongCodesFromManyNetworks_LeaveThePhoneOfTheCase()
    {
        for (var i = 0; i < CaseAccess.TriesPerCaseOfAll; i++)
            await Open(CaseCaller.Network(new NetworkOrigin((ulong)(i + 10))), SampleCase.Number, SampleCase.WrongCode);

        Assert.IsType<CaseOpening.Locked>(await Open(CaseCaller.Network(new NetworkOrigin(2)), SampleCase.Number, SampleCase.Code));
        Assert.IsType<CaseOpening.Locked>(await Open(Line("+237650000099", Proof.Possessed), SampleCase.Number, SampleCase.Code));
        Assert.IsType<CaseOpening.Locked>(await Open(Line("+237650000011", Proof.None), SampleCase.Number, SampleCase.Code));
        Assert.IsType<CaseOpening.Opened>(await Open(Line("+237650000011", Proof.Possessed), SampleCase.Number, SampleCase.Code));
    }

    [Fact]
    public async Task Open_ThePhoneOfTheCaseGuessing_IsLockedItself()
    {
        var line = Line("+237650000011", Proof.Possessed);
        for (var i = 0; i < CaseAccess.TriesPerCase; i++)
            Assert.IsType<CaseOpening.Wrong>(await Open(line, SampleCase.Number, SampleCase.WrongCode));

        Assert.IsType<CaseOpening.Locked>(await Open(line, SampleCase.Number, SampleCase.Code));
    }

    [Fact]
    public async Task Open_RightCodes_CostTheNetworkNothing()
    {
        for (var i = 0; i < 1100; i++)
            Assert.IsType<CaseOpening.Opened>(await Open(Attacker, SampleCase.Number, SampleCase.Code));
    }

    private static CaseCaller Line(string phone, Proof proof) => CaseCaller.Of(new ActionRequest
    {
        Fund = Funds.Sample,
        Service = "service",
        Address = new Address(Channel.Ussd, phone, proof),
        Language = Funds.Sample.Languages[0],
        Answers = AnswerSheet.None,
        With = ActionSettings.None,
        Now = SampleCase.Morning,
        Today = Today,
    });

    private Task<CaseOpening> Open(CaseCaller caller, string number, string code) =>
        _access.Open(new FundId("cnps-cm"), number, code, caller, Today, TestContext.Current.CancellationToken);
}
