using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Runtime.Ids;
using ChatChannels.Runtime.Storage;
using ChatChannels.Services.Accounts;
using ChatChannels.Services.Messages;
using ChatChannels.Services.Verification;

namespace ChatChannels.Tests.Runtime.Verification;

/// <summary>A number that changed of late, was given to somebody else or has no known age proves nothing by itself (promise 15).</summary>
public abstract class ChangedLineContract(StorageKind kind) : CodeTest(kind)
{
    public static TheoryData<int?, bool?, bool> Ages => new()
    {
        { 0, null, false },
        { 6, null, false },
        { 7, null, true },
        { 4000, null, true },
        { null, null, false },
        { null, false, false },
        { 4000, false, true },
        { 4000, true, false },
        { -3, null, false },
    };

    [Theory]
    [MemberData(nameof(Ages))]
    public async Task Send_ToAChangedLine_ProvesNothing(int? days, bool? hasChanged, bool proves)
    {
        var desk = Desk();
        var member = desk.Member(1) with { PhoneSince = days is { } age ? Today.AddDays(-age) : null };
        desk.Register.Add(member);
        if (hasChanged is { } changed)
            desk.Lines.Set(member.Phone!, changed);

        var elsewhere = await Send(desk, member);
        var own = await desk.Send(desk.Request(member.Phone!, Located(member)), Stop);

        Assert.Equal(("sent", proves ? "possessed" : "sent"), (elsewhere.Exit, own.Exit));
        Assert.Equal(proves && hasChanged is false, ProofAnswers.IsFirm(own.Answers));
        var message = Assert.Single(elsewhere.Messages);
        Assert.Equal((proves ? CodeIssue.Code : CodeIssue.NotYet, member.Phone), (message.Template, message.To));
        Assert.Equal(proves, CodeOf(elsewhere).Length is CodePolicy.Digits);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Send_ByEmailBesideAChangedLine_ProvesNothingEither(bool both)
    {
        var desk = Desk();
        var member = desk.Member(1) with { PhoneSince = Today };
        desk.Register.Add(member);

        var sent = await desk.Send(desk.Request(Stranger(desk), Located(member), ("by", both ? "both" : "email")), Stop);

        Assert.Equal(both ? 2 : 1, sent.Messages.Length);
        Assert.All(sent.Messages, message => Assert.Equal(CodeIssue.NotYet, message.Template));
    }

    [Fact]
    public async Task Send_MemberWithoutPhone_GoesByEmail()
    {
        var desk = Desk();
        var member = desk.Member(1) with { Phone = null, PhoneSince = null };
        desk.Register.Add(member);

        var sms = await Send(desk, member);
        var email = await desk.Send(desk.Request(Stranger(desk), Located(member), ("by", "email")), Stop);

        Assert.Equal(("sent", "sent"), (sms.Exit, email.Exit));
        Assert.Empty(sms.Messages);
        Assert.Equal("right", await Try(desk, email, CodeOf(email)));
    }

    [Fact]
    public async Task Send_OwnLineByAnUnauthenticatedGateway_IsNotEnough()
    {
        var desk = Desk();
        var member = desk.Member(1);
        var request = desk.Request(member.Phone!, Located(member)) with { Address = new Address(Channel.Ussd, member.Phone!) };

        var sent = await desk.Send(request, Stop);

        Assert.Equal("sent", sent.Exit);
        Assert.False(ProofAnswers.IsProven(sent.Answers));
    }

    /// <summary>A line of which nobody knows whether its SIM was swapped yesterday opens no account by itself.</summary>
    [Theory]
    [InlineData(null, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task SendPasswordLink_ByTheOwnLineAlone_NeedsALineKnownToBeUnchanged(bool? hasChanged, bool sends)
    {
        var desk = Desk();
        var member = desk.Member(1);
        if (hasChanged is { } changed)
            desk.Lines.Set(member.Phone!, changed);
        var own = desk.Request(member.Phone!, Located(member), ("by", "sms"));
        var proven = (await desk.Send(own, Stop)).Answers;

        var link = await PasswordLink(desk).Perform(own with { Answers = proven }, Stop);

        Assert.Equal(sends, link.Outcome.Exit is "sent");
        Assert.Equal(sends, link.Changes.OfType<ChatChannels.Services.Change.Send>().Any());
    }

    private SendPasswordLinkAction PasswordLink(Hostility.CodeDesk desk)
    {
        var ids = new RandomIds();
        var recipients = new ProvenRecipient(new AddressesOnFile(desk.Register, desk.Lines), Node.Allowances);
        return new SendPasswordLinkAction(recipients, ids, new MessageWriter(ids, new Uri("https://fund.example/")));
    }
}
