using System.Collections.Immutable;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.Localization;
using ChatChannels.Services;
using ChatChannels.Services.Actions;
using ChatChannels.Services.Claims;
using ChatChannels.Services.Documents;
using ChatChannels.Services.Members;
using ChatChannels.Services.Messages;
using ChatChannels.Services.Recovery;
using ChatChannels.Services.Requests;
using ChatChannels.Services.Verification;
using ChatChannels.Tests.Conversation.Engine;
using ChatChannels.Tests.Pages;

namespace ChatChannels.Tests.Services;

/// <summary>What is done with members: located without a word, told only to who has proven to be them.</summary>
public sealed class MemberActionTests
{
    private const string Insured = "100000001";

    private static readonly AnswerSheet Facts = AnswerSheet.None.With("id-number", "AB1").With("birth-date", "1985-02-03").With("rib", "011519000001205000534921");

    private readonly PaperMembers _register = new();

    private static MessageWriter Messages => new(new CountingIds(), new Uri("https://fund.example/"));

    private static RequestAction Requests =>
        new(new CountingIds(), new Papers(new PaperDocuments(), new PaperLinks(new CountingIds(), Messages)), new RequestNotice(new CountingIds(), Messages));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("AB1", Insured)]
    [InlineData("AB2", "")]
    public async Task Locate_KnownOrNot_LeavesByTheSameExitWithTheSameTraces(string id, string member)
    {
        var result = await Do(new LocateAction(_register, new AllAllowed()), Facts.With("id-number", id), ActionSettings.None.With("by", "id-number", "birth-date"));

        Assert.Equal("located", result.Outcome.Exit);
        Assert.Equal(member, result.Outcome.Values[ProofAnswers.Member]);
        var back = Assert.Single(result.Changes.OfType<Change.GiveBackFacts>());
        Assert.Equal((2, member.Length > 0), (result.Changes.Length, back.IsRight));
        var fact = Assert.Single(result.Changes.OfType<Change.Record>()).Fact;
        Assert.Equal(("member-sought", "service"), (fact.Fact, fact.About));
        Assert.Equal(["birth-date", "id-number"], _register.Sought!.Keys, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData(Insured, "42", Insured)]
    [InlineData(Insured, "43", "")]
    [InlineData("", "42", "")]
    public async Task ConfirmFact_RightOrWrong_GoesOnAlikeAndOnlyDropsTheMember(string member, string said, string after)
    {
        var answers = Facts.With("account-digits", said).With(ProofAnswers.Member, member);

        var result = await Do(new ConfirmFactAction(_register, new AllAllowed()), answers, ActionSettings.None.With("fact", "account-digits"));

        Assert.Equal("goes-on", result.Outcome.Exit);
        Assert.Equal(after, result.Outcome.Values[ProofAnswers.Member]);
        Assert.Equal(1, _register.Compared);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("100000002")]
    public async Task Disclosures_MemberNotProven_TellNothing(string? proven)
    {
        var answers = Facts.With(ProofAnswers.Member, proven is "" ? "" : Insured);
        answers = proven is null ? answers : answers.With(ProofAnswers.Proven, proven);
        IServiceAction[] disclosing =
        [
            new MemberStandingAction(_register), new ClaimsAction(_register), new FollowClaimsAction(_register, new NoFollows()), Requests,
        ];

        foreach (var action in disclosing)
        {
            var result = await Do(action, answers, ActionSettings.None.With("kind", "declare-rib"));
            Assert.Equal(("unproven", 0, 0), (result.Outcome.Exit, result.Outcome.Values.Count, result.Changes.Length));
            Assert.Equal(Proof.Possessed, action.Signature.Requires);
        }
    }

    [Theory]
    [InlineData(Standing.Registered, true, "with-account", "names registration-number")]
    [InlineData(Standing.Registered, false, "without-account", "names registration-number")]
    [InlineData(Standing.NotRegistered, false, "not-registered", "names")]
    [InlineData(Standing.NotEligible, false, "not-eligible", "names reason.ar reason.en reason.fr")]
    public async Task MemberStanding_Proven_TellsWhatThereIs(Standing standing, bool account, string exit, string told)
    {
        _register.Member = _register.Member with { Standing = standing, HasAccount = account, Reason = "other-scheme" };

        var result = await Do(new MemberStandingAction(_register), Proven(), ActionSettings.None);

        Assert.Equal(exit, result.Outcome.Exit);
        Assert.Equal(told, string.Join(' ', result.Outcome.Values.Keys.Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData(Standing.Registered, "unproven")]
    [InlineData(Standing.NotRegistered, "not-registered")]
    public async Task MemberStanding_PhoneOfUnknownHistory_TellsNoNumber(Standing standing, string exit)
    {
        _register.Member = _register.Member with { Standing = standing };

        var result = await Do(new MemberStandingAction(_register), Possessed(), ActionSettings.None);

        Assert.Equal(exit, result.Outcome.Exit);
        Assert.False(result.Outcome.Values.ContainsKey("registration-number"));
    }

    [Fact]
    public async Task Request_MoneyByAPhoneOfUnknownHistory_IsNotFiled()
    {
        var with = ActionSettings.None.With("kind", "declare-rib").With("answers", "rib").With("proof", "firm");

        var doubtful = await Do(Requests, Possessed(), with);
        var firm = await Do(Requests, Proven(), with);

        Assert.Equal(("unproven", 0), (doubtful.Outcome.Exit, doubtful.Changes.Length));
        Assert.Equal("filed", firm.Outcome.Exit);
    }

    [Theory]
    [InlineData("insured@exemple.example", "firm")]
    [InlineData("other@exemple.example", "doubtful")]
    [InlineData(null, "doubtful")]
    public async Task AssessProof_PhoneOfUnknownHistory_IsFirmOnlyWithTheEmailOnFile(string? proven, string exit)
    {
        _register.Member = _register.Member with { Email = "insured@exemple.example" };
        var answers = proven is null ? Possessed() : Possessed().With(ProofAnswers.EmailProven, proven);

        var result = await Do(new AssessProofAction(_register), answers, ActionSettings.None);

        Assert.Equal(exit, result.Outcome.Exit);
        Assert.Equal(exit is "firm", ProofAnswers.IsFirm(answers.WithAll(result.Outcome.Values)));
    }

    [Fact]
    public async Task Claims_OneOfThem_IsToldWholeInEveryLanguage()
    {
        var list = await Do(new ClaimsAction(_register), Proven(), ActionSettings.None);
        var one = await Do(new ClaimsAction(_register), Proven().With("which", "2"), ActionSettings.None.With("one", "which"));
        var byNumber = await Do(new ClaimsAction(_register), Proven().With("which", "501"), ActionSettings.None.With("one", "which"));
        var none = await Do(new ClaimsAction(_register), Proven().With("which", "3"), ActionSettings.None.With("one", "which"));

        Assert.Equal(one.Outcome.Values["claim.fr"], byNumber.Outcome.Values["claim.fr"]);
        Assert.Equal(("listed", "2"), (list.Outcome.Exit, list.Outcome.Values["claim-count"]));
        Assert.Equal(2, list.Outcome.Values["claims.ar"].Split('\n').Length);
        Assert.StartsWith("502", list.Outcome.Values["claim.fr"], StringComparison.Ordinal);
        Assert.StartsWith("501", one.Outcome.Values["claim.fr"], StringComparison.Ordinal);
        Assert.Contains("960,50", one.Outcome.Values["claim.fr"], StringComparison.Ordinal);
        Assert.Contains("20/02/2026", list.Outcome.Values["last-payment.fr"], StringComparison.Ordinal);
        Assert.Equal("none", none.Outcome.Exit);
    }

    [Fact]
    public async Task Request_Proven_IsKeptWithTheTurn()
    {
        var result = await Do(Requests, Proven(), ActionSettings.None.With("kind", "declare-rib").With("answers", "rib"));

        var asked = Assert.Single(result.Changes.OfType<Change.Ask>()).Request;
        Assert.Equal(("declare-rib", Insured, result.Outcome.Values["reference"]), (asked.Kind, asked.Member, asked.Reference));
        Assert.Equal(["rib"], asked.Answers.Values.Keys, StringComparer.Ordinal);
        Assert.Equal(RequestAction.ReferenceDigits, asked.Reference.Length);
    }

    [Theory]
    [InlineData(null, "+237650000001")]
    [InlineData("+237650000002", "+237650000002")]
    public async Task Request_TellEveryone_TellsTheFilerAtOnceAndKeepsTheOwnersNotice(string? typed, string told)
    {
        var answers = typed is null ? Proven() : Proven().With("phone", typed);

        var result = await Do(Requests, answers, ActionSettings.None.With("kind", "declare-rib").With("answers", "rib").With("tell", "everyone"));

        var message = Assert.Single(result.Changes.OfType<Change.Send>()).Message;
        Assert.Equal((RequestNotice.Filed, told), (message.Template, message.To));
        Assert.Contains(result.Outcome.Values["reference"], message.Text, StringComparison.Ordinal);
        var kept = Assert.Single(result.Changes.OfType<Change.AskLater>()).Question;
        Assert.Equal((LateTopic.Filed, Insured, told, result.Outcome.Values["reference"]), (kept.Topic, kept.Member, kept.Caller.Value, kept.Reference));
    }

    [Fact]
    public async Task Request_NobodyToTell_TellsNobody()
    {
        var result = await Do(Requests, Proven(), ActionSettings.None.With("kind", "declare-rib").With("answers", "rib"));

        Assert.Equal([typeof(Change.Ask), typeof(Change.Record)], result.Changes.Select(change => change.GetType()));
    }

    [Fact]
    public async Task Request_AnybodyMay_NeedsNoProof()
    {
        var result = await Do(Requests, Facts, ActionSettings.None.With("kind", "call").With("proof", "none").With("answers", "rib"));

        Assert.Equal("", Assert.Single(result.Changes.OfType<Change.Ask>()).Request.Member);
    }

    [Fact]
    public async Task AskLater_WithoutFactsNamed_TakesThoseOfTheFlows()
    {
        var fund = Funds.All.First(fund => fund.Flows.SelectMany(flow => flow.States).OfType<State.Do>().Any(state => state.Action is "locate"));
        var by = fund.Flows.SelectMany(flow => flow.States).OfType<State.Do>().First(state => state.Action is "locate").With.All("by");
        var answers = by.Aggregate(AnswerSheet.None, (sheet, name) => sheet.With(name, "1"));

        var result = await new AskLaterAction(new CountingIds()).Perform(Request(answers, ActionSettings.None.With("topic", "claims")) with { Fund = fund }, Stop);

        var kept = Assert.Single(result.Changes.OfType<Change.AskLater>()).Question;
        Assert.Equal((LateTopic.Claims, result.Outcome.Values["reference"]), (kept.Topic, kept.Reference));
        Assert.Equal(by.Order(StringComparer.Ordinal), kept.Facts.Values.Keys, StringComparer.Ordinal);
    }

    private static AnswerSheet Proven() => Possessed().With(ProofAnswers.Firm, Insured);

    /// <summary>Proven by a phone of unknown history.</summary>
    private static AnswerSheet Possessed() => Facts.With(ProofAnswers.Member, Insured).With(ProofAnswers.Proven, Insured);

    private static Task<ActionResult> Do(IServiceAction action, AnswerSheet answers, ActionSettings with) => action.Perform(Request(answers, with), Stop);

    private static ActionRequest Request(AnswerSheet answers, ActionSettings with) => new()
    {
        Fund = Funds.Sample,
        Service = "service",
        Address = new Address(Channel.Ussd, "+237650000001"),
        Language = Language.French,
        Answers = answers,
        With = with,
        Now = Runtime.Storage.Samples.Noon,
        Today = Runtime.Storage.Samples.Day,
    };

    private sealed class NoFollows : IClaimFollows
    {
        public Task<ClaimFollow?> Find(FundId fund, string member, CancellationToken cancellation) => throw new InvalidOperationException("asked without a proof");

        public Task<DateTimeOffset?> SeenUntil(FundId fund, CancellationToken cancellation) => throw new NotSupportedException();

        public Task See(FundId fund, DateTimeOffset until, CancellationToken cancellation) => throw new NotSupportedException();
    }

    /// <summary>A register of one, who has two claims.</summary>
    private sealed class PaperMembers : IRegister
    {
        public MemberRecord Member { get; set; } = new() { Number = Insured, Standing = Standing.Registered, Names = "SALMA EXEMPLE" };

        public ImmutableSortedDictionary<string, string>? Sought { get; private set; }

        public int Compared { get; private set; }

        public Task<bool> Knows(FundId fund, string? identity, string? likeness, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<MemberRecord?> Find(FundId fund, MemberQuery query, CancellationToken cancellation)
        {
            Sought = query.Facts;
            return Task.FromResult(query.Facts["id-number"] is "AB1" ? Member : null);
        }

        public Task<MemberRecord?> Get(FundId fund, string number, CancellationToken cancellation) => Task.FromResult(number is Insured ? Member : null);

        public Task<bool> Confirms(FundId fund, string number, KeyValuePair<string, string> fact, CancellationToken cancellation)
        {
            Compared++;
            return Task.FromResult(number is Insured && fact is { Key: "account-digits", Value: "42" });
        }

        public Task<ImmutableArray<Claim>> Claims(FundId fund, string number, CancellationToken cancellation) => Task.FromResult<ImmutableArray<Claim>>(
        [
            new() { Id = "502", State = ClaimState.InProgress, FiledOn = new DateOnly(2026, 2, 1), AmountClaimed = 300 },
            new() { Id = "501", State = ClaimState.Paid, FiledOn = new DateOnly(2026, 1, 5), AmountClaimed = 1200, AmountReimbursed = 960.5m, PaidOn = new DateOnly(2026, 2, 20) },
        ]);

        public Task<ImmutableArray<ClaimChange>> ClaimChanges(FundId fund, DateTimeOffset since, CancellationToken cancellation) => throw new NotSupportedException();
    }
}
