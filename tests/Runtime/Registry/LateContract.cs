using System.Collections.Immutable;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.Localization;
using ChatChannels.Host.Replay;
using ChatChannels.Hostility;
using ChatChannels.Runtime.Funds;
using ChatChannels.Runtime.Ids;
using ChatChannels.Runtime.Registry;
using ChatChannels.Runtime.Registry.Late;
using ChatChannels.Runtime.Storage;
using ChatChannels.Runtime.Storage.Register;
using ChatChannels.Services;
using ChatChannels.Services.Claims;
using ChatChannels.Services.Members;
using ChatChannels.Services.Messages;
using ChatChannels.Services.Requests;
using ChatChannels.Tests.Conversation.Engine;
using ChatChannels.Tests.Runtime.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using static ChatChannels.Tests.Runtime.Storage.Samples;

namespace ChatChannels.Tests.Runtime.Registry;

/// <summary>What the register could not answer is answered once, and news of claims are told once, to whom they may be told.</summary>
public abstract class LateContract(StorageKind kind) : StorageTest(kind)
{
    private const string Insured = "210000001";
    private const string OnFile = "+237650000071";
    private const string Elsewhere = "+237650000072";
    private const string Mail = "insured@exemple.example";

    private static readonly Fund Sample = Funds.Sample;
    private static readonly IOptions<RegisterOptions> Options = Microsoft.Extensions.Options.Options.Create(new RegisterOptions());

    private readonly ReplayClock _clock = new(Noon);
    private readonly RandomIds _ids = new();
    private readonly PaperHistory _lines = new();

    [Theory]
    [InlineData(Elsewhere, "AB1", LateTopic.Claims, $"later-claims {OnFile}|later-dial {Elsewhere}")]
    [InlineData(Elsewhere, "AB1", LateTopic.Standing, $"later-dial {Elsewhere}|later-standing {OnFile}")]
    [InlineData(Elsewhere, "AB1", LateTopic.DialAgain, $"later-dial {Elsewhere}")]
    [InlineData(Elsewhere, "AB9", LateTopic.Claims, $"later-dial {Elsewhere}")]
    [InlineData(OnFile, "AB1", LateTopic.Claims, $"later-claims {OnFile}")]
    [InlineData(OnFile, "AB9", LateTopic.Standing, $"later-dial {OnFile}")]
    public async Task Round_RegisterAnswers_EachHearsWhatTheyMayOnce(string caller, string id, LateTopic topic, string told)
    {
        await Fill();
        await Commit(Unit(null, new Change.AskLater(Question(caller, id, topic))));

        var answered = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Late(Node.Register).Round(Stop)));

        Assert.Equal(1, answered.Sum());
        Assert.Equal(told, string.Join('|', (await Sent()).Select(message => $"{message.Template} {message.To}").Order(StringComparer.Ordinal)));
        Assert.All(await Sent(), message => Assert.Contains("12345678", message.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Insured, Elsewhere, 2000, $"request-filed {OnFile}|request-filed {Mail}")]
    [InlineData(Insured, Elsewhere, 1, $"request-filed {OnFile}|request-filed {Mail}")]
    [InlineData(Insured, OnFile, 2000, $"request-filed {Mail}")]
    [InlineData("210000009", Elsewhere, 2000, "")]
    public async Task Round_RequestFiled_EveryAddressOnFileHearsOnceBesideTheFilersPhone(string member, string filer, int daysOnFile, string told)
    {
        await Fill(since: DateOnly.FromDateTime(Noon.DateTime).AddDays(-daysOnFile), email: Mail);
        for (var n = 0; n < LateAnswers.AnswersPerDay; n++)
            await Commit(Unit(null, new Change.AskLater(Question(filer, "AB1", LateTopic.Filed) with { Member = member, Facts = AnswerSheet.None })));

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Late(Node.Register).Round(Stop)));
        await Commit(Unit(null, new Change.AskLater(Question(filer, "AB1", LateTopic.Filed) with { Member = member, Facts = AnswerSheet.None })));
        Assert.Equal(1, await Late(Node.Register).Round(Stop));

        var sent = (await Sent()).CountBy(message => $"{message.Template} {message.To}", StringComparer.Ordinal).OrderBy(message => message.Key, StringComparer.Ordinal).ToList();
        Assert.Equal(told, string.Join('|', sent.Select(message => message.Key)));
        Assert.All(sent, message => Assert.Equal(LateAnswers.AnswersPerDay + 1, message.Value)); // no limit hides one
        Assert.All(await Sent(), message => Assert.Contains("12345678", message.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Round_RegisterDown_WaitsLongerAndLongerUntilItAnswers()
    {
        await Fill();
        await Commit(Unit(null, new Change.AskLater(Question(Elsewhere, "AB1", LateTopic.Claims))));
        var register = new ShakyRegister(Node.Register) { IsDown = true };
        foreach (var seconds in (int[])[0, 5, 10, 20])
        {
            _clock.Pass(TimeSpan.FromSeconds(seconds - 1));
            await Late(register).Round(Stop);
            Assert.Equal(seconds is 0 ? 0 : Tries(seconds) - 1, await Bed.Ask<long>("SELECT tries FROM register_outbox"));
            _clock.Pass(TimeSpan.FromSeconds(1));
            Assert.Equal(0, await Late(register).Round(Stop));
            Assert.Equal(Tries(seconds), await Bed.Ask<long>("SELECT tries FROM register_outbox"));
        }

        register.IsDown = false;
        _clock.Pass(TimeSpan.FromMinutes(1));

        Assert.Equal(1, await Late(register).Round(Stop));
        Assert.Equal(2, (await Sent()).Count);
    }

    [Fact]
    public async Task Round_NobodyWaitsAnyMore_IsLeftUnanswered()
    {
        await Fill();
        await Commit(Unit(null, new Change.AskLater(Question(Elsewhere, "AB1", LateTopic.Claims))));
        _clock.Pass(TimeSpan.FromDays(8));

        Assert.Equal(0, await Late(Node.Register).Round(Stop));

        Assert.Empty(await Sent());
        Assert.Equal("expired", await Bed.Ask<string>("SELECT state FROM register_outbox"));
    }

    [Fact]
    public async Task Round_ManyQuestionsOfOnePerson_RingTheirPhoneThreeTimesADay()
    {
        await Fill();
        for (var n = 0; n < 6; n++)
            await Commit(Unit(null, new Change.AskLater(Question(Elsewhere, "AB1", LateTopic.Standing))));

        Assert.Equal(6, await Late(Node.Register).Round(Stop));

        var sent = (await Sent()).CountBy(message => message.To, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        Assert.Equal((3, 6), (sent[OnFile], sent[Elsewhere]));
    }

    [Fact]
    public async Task Round_PhoneOfUnknownHistory_IsNotToldTheNumber()
    {
        await Fill(isKnown: false);
        await Commit(Unit(null, new Change.AskLater(Question(Elsewhere, "AB1", LateTopic.Standing))));

        await Late(Node.Register).Round(Stop);

        Assert.Equal("later-dial", Assert.Single(await Sent()).Template);
    }

    [Fact]
    public async Task Round_PhoneNewOnFile_IsToldNothing()
    {
        await Fill(since: DateOnly.FromDateTime(Noon.DateTime).AddDays(-3));
        await Commit(Unit(null, new Change.AskLater(Question(Elsewhere, "AB1", LateTopic.Standing))));

        await Late(Node.Register).Round(Stop);

        Assert.Equal(Elsewhere, Assert.Single(await Sent()).To);
    }

    [Fact]
    public async Task Pass_ClaimChanged_IsToldOnceInTheWishedLanguage()
    {
        await Fill();
        await Follow();
        Assert.Equal(0, await Watch(Node.Register).Pass(Stop));
        await Put(Claimed(ClaimState.Paid));

        var told = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Watch(Node.Register).Pass(Stop)));
        _clock.Pass(TimeSpan.FromMinutes(15));

        Assert.Equal(1, told.Sum() + await Watch(Node.Register).Pass(Stop));
        var message = Assert.Single(await Sent());
        Assert.Equal((ClaimNews.Changed, OnFile, Language.Arabic), (message.Template, message.To, message.Language));
        Assert.Contains("501", message.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pass_RegisterDown_TellsAtTheNextPass()
    {
        await Fill();
        await Follow();
        var register = new ShakyRegister(Node.Register) { IsDown = true };
        await Put(Claimed(ClaimState.Rejected));
        Assert.Equal(0, await Watch(register).Pass(Stop));
        register.IsDown = false;

        Assert.Equal(1, await Watch(register).Pass(Stop));
    }

    [Fact]
    public async Task Pass_NothingNewOrNobodyAsked_TellsNobody()
    {
        await Fill();
        await Put(Claimed(ClaimState.Paid));
        Assert.Equal(0, await Watch(Node.Register).Pass(Stop));
        await Follow(ClaimState.Paid);

        Assert.Equal(0, await Watch(Node.Register).Pass(Stop));
        Assert.Empty(await Sent());
    }

    private static int Tries(int seconds) => seconds switch { 0 => 1, 5 => 2, 10 => 3, _ => 4 };

    private static RegisterEntry.OfClaim Claimed(ClaimState state) => new RegisterEntry.OfClaim(Sample.Id, Insured, RegisterSample.Claim("501", new DateOnly(2026, 2, 1), state));

    private async Task Fill(DateOnly? since = null, string? email = null, bool isKnown = true)
    {
        if (isKnown)
            _lines.Set(OnFile, hasChanged: false);
        var facts = AnswerSheet.None.With("id-number", "AB1").With("birth-date", "1985-02-03");
        var member = new Member(Sample.Id, Insured, null, null, facts, Noon) { Phone = OnFile, PhoneSince = since ?? new DateOnly(2024, 1, 1), Email = email };
        await Put(new RegisterEntry.OfMember(member, ["id-number"]), Claimed(ClaimState.InProgress));
    }

    private async Task Put(params RegisterEntry[] entries) =>
        Assert.Empty(await Node.RegisterTables.Put(RegisterSample.Rows(entries).ToAsyncEnumerable(), _clock.GetUtcNow(), Stop));

    private Task Follow(ClaimState told = ClaimState.InProgress) => Commit(Unit(null, new Change.Follow(new ClaimFollow(
        Sample.Id, Insured, Language.Arabic, ImmutableSortedDictionary.Create<string, ClaimState>(StringComparer.Ordinal).Add("501", told)))));

    private LateAnswerRun Late(IRegister register) => new(
        Node.RegisterOutbox,
        new FundDirectory([Sample]),
        new LateAnswers(register, _lines, Node.Attempts, Writer),
        Node.Store,
        Options,
        _clock,
        NullLogger<LateAnswerRun>.Instance);

    private ClaimWatch Watch(IRegister register) => new(
        new FundDirectory([Sample]),
        register,
        Node.ClaimFollows,
        new ClaimNews(register, Node.ClaimFollows, Writer),
        Node.Store,
        _clock,
        NullLogger<ClaimWatch>.Instance);

    private MessageWriter Writer => new(_ids, new Uri("https://services.example.org/"));

    private async Task<IReadOnlyList<Message>> Sent()
    {
        var due = await Node.Outbox.Take(_clock.GetUtcNow(), TimeSpan.FromTicks(0), 100, Stop);
        return [.. due.Select(message => message.Message)];
    }

    private LateQuestion Question(string caller, string id, LateTopic topic) => new()
    {
        Id = _ids.NextId(),
        Fund = Sample.Id,
        Topic = topic,
        Facts = AnswerSheet.None.With("id-number", id).With("birth-date", "1985-02-03"),
        Caller = new Address(Channel.Ussd, caller),
        Language = Language.French,
        Reference = "12345678",
        At = Noon,
        Expires = Noon.AddDays(7),
    };
}
