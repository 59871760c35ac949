using System.Collections.Immutable;
using System.Globalization;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Hostility;
using ChatChannels.Runtime.Ids;
using ChatChannels.Runtime.Storage;
using ChatChannels.Services;
using ChatChannels.Services.Actions;
using ChatChannels.Services.Messages;
using ChatChannels.Services.Verification;

namespace ChatChannels.Tests.Runtime.Verification;

/// <summary>Nobody floods a phone or a mailbox that was typed and never proven; to a proven one every message goes.</summary>
public abstract class NoticeLimitContract(StorageKind kind) : CodeTest(kind)
{
    private const string Victim = "+237650000077";
    private const string Mailbox = "victim@exemple.example";

    private readonly MessageWriter _messages = new(new RandomIds(), new Uri("https://fund.example/"));

    [Fact]
    public async Task Filter_HundredsOfFilingsInHalfAMinute_SendThreeMessagesToAnAddress()
    {
        var desk = Desk();
        var sent = new List<Message>();
        for (var i = 0; i < 362; i++)
        {
            sent.AddRange(await Filed(desk, OnTheWeb(desk, i), Typed));
            Clock.Pass(TimeSpan.FromMilliseconds(83));
        }

        Assert.Equal(3, sent.Count(message => string.Equals(message.To, Victim, StringComparison.Ordinal)));
        Assert.Equal(3, sent.Count(message => string.Equals(message.To, Mailbox, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Filter_CodesToATypedAddress_CountWithTheOtherMessagesToIt()
    {
        var desk = Desk();
        var request = OnTheWeb(desk, 1) with { Answers = Typed };
        var codes = 0;
        for (var i = 0; i < 5; i++)
            codes += (await desk.Send(request with { With = ActionSettings.None.With("to", CodeTarget.EmailGiven).With("by", "email") }, Stop)).Messages.Length;

        var notices = await Filed(desk, OnTheWeb(desk, 2), Typed);

        Assert.Equal(3, codes);
        Assert.DoesNotContain(notices, message => string.Equals(message.To, Mailbox, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Filter_ManyAddresses_HoldsOneNetworkToItsShare()
    {
        var desk = Desk();
        var sent = 0;
        for (var i = 0; i < 400; i++)
            sent += (await Filed(desk, OnTheWeb(desk, i), AnswerSheet.None.With("phone", desk.Phone(i)))).Count;

        Assert.Equal(250, sent);
    }

    [Theory]
    [InlineData("own")]
    [InlineData("proven")]
    public async Task Filter_AddressThatIsProven_IsToldEverything(string how)
    {
        var desk = Desk();
        var request = how is "own" ? desk.Request(Victim, AnswerSheet.None) : OnTheWeb(desk, 1);
        var answers = how is "own" ? AnswerSheet.None.With("phone", Victim) : AnswerSheet.None.With("phone", Victim).With(ProofAnswers.PhoneProven, Victim);

        for (var i = 0; i < 20; i++)
            Assert.Single(await Filed(desk, request, answers));

        Assert.Equal(0, await Count("tallies"));
    }

    [Fact]
    public async Task FilterResults_AfterTheMessagesOfTheSameCase_StillGo()
    {
        var desk = Desk();
        for (var i = 0; i < 5; i++)
            await Filed(desk, OnTheWeb(desk, 1), Typed);
        var changes = Written(desk, OnTheWeb(desk, 1), Typed);

        var results = await new NoticeLimits(Node.Allowances).FilterResults(desk.Fund, changes, Clock.GetUtcNow(), Today, Stop);

        Assert.Equal(changes, results);
    }

    private static AnswerSheet Typed => AnswerSheet.None.With("phone", Victim).With("email", Mailbox);

    private static ActionRequest OnTheWeb(CodeDesk desk, int conversation)
    {
        var id = conversation.ToString("x32", CultureInfo.InvariantCulture);
        return desk.Request(id, AnswerSheet.None) with { Address = new Address(Channel.Web, id), Network = new NetworkOrigin(1) };
    }

    private ImmutableArray<Change> Written(CodeDesk desk, ActionRequest request, AnswerSheet answers) => _messages.Write(
        desk.Fund,
        new Notice
        {
            Template = CodeIssue.Code,
            Kinds = [Channel.Sms, Channel.Email],
            Language = request.Language,
            Answers = answers,
            Filer = request.Address,
        },
        request.Now,
        request.Today);

    private async Task<List<Message>> Filed(CodeDesk desk, ActionRequest request, AnswerSheet answers)
    {
        var now = Clock.GetUtcNow();
        var (kept, _) = await new NoticeLimits(Node.Allowances).Filter(request with { Now = now }, Written(desk, request, answers), Stop);
        return [.. kept.OfType<Change.Send>().Select(send => send.Message)];
    }
}
