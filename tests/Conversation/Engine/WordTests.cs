using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.Localization;
using ChatChannels.Conversation.Text;

namespace ChatChannels.Tests.Conversation.Engine;

/// <summary>Words are understood beside keys and buttons, and never in the place of an answer.</summary>
public sealed class WordTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 5, 9, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> All => [.. Funds.All.Select(fund => fund.Id.Value)];

    /// <summary>Every service is opened by its title and by each of its words in each language, however they are accented and cased.</summary>
    [Theory]
    [MemberData(nameof(All))]
    public void Menu_TheWordsOfAService_OpenIt(string id)
    {
        var fund = Funds.Directory.Find(new FundId(id))!;
        foreach (var (service, language) in fund.Menu.SelectMany(service => fund.Languages.Select(language => (service, language))))
        {
            Assert.True(fund.Texts.TryFind(language, CommonTexts.Words(service), out _), $"{service} has no words in {language}.");
            var words = fund.Texts.Plain(language, CommonTexts.Words(service)).Split(',', '،').Append(fund.Texts.Plain(language, CommonTexts.Title(service)));
            Assert.All(words, word => Assert.Equal(service, Said(AtMenu(fund, language), fund, Folding.ForMatching(word)).Frames[0].Flow));
        }
    }

    [Theory]
    [InlineData("cnps-cm", "fr", "Je voudrais m'inscrire à la CNPS s'il vous plaît", "pre-registration", "fr")]
    [InlineData("cnps-cm", "fr", "Bonjour, j’ai perdu mon RECEPISSE !", "receipt", "fr")]
    [InlineData("cnps-cm", "fr", "أريد نسخه من الوصل", "receipt", "ar")]
    [InlineData("cnps-cm", "ar", "I lost my receipt", "receipt", "en")]
    [InlineData("cnss-ma", "ar", "أين أقرب وكالة؟", "points", "ar")]
    [InlineData("cnops-ma", "fr", "où en est mon remboursement", "claim-status", "fr")]
    [InlineData("cnss-tg", "fr", "mot de passe oublie", "password", "fr")]
    public void Menu_ASentence_OpensTheServiceItAsksForInItsLanguage(string id, string language, string said, string service, string answered)
    {
        var fund = Funds.Directory.Find(new FundId(id))!;

        var session = Said(AtMenu(fund, new Language(language)), fund, said);

        Assert.Equal(service, session.Frames[0].Flow);
        Assert.Equal(answered, session.Language.Code);
    }

    [Theory]
    [InlineData("bonjour", "fr")]
    [InlineData("Salut !", "fr")]
    [InlineData("السلام عليكم", "ar")]
    [InlineData("مرحباً", "ar")]
    [InlineData("Good morning", "en")]
    public void Menu_AGreeting_IsGreetedInItsLanguageAndShowsTheMenu(string said, string language)
    {
        var fund = Funds.Sample;

        var step = Step(AtMenu(fund, new Language("fr")), fund, said);

        Assert.Equal(Life.AtMenu, step.Session.Life);
        Assert.Equal(0, step.Session.WrongAnswers);
        var prompt = step.Effects.OfType<Effect.Show>().Single().Prompt;
        Assert.Equal(language, prompt.Language.Code);
        Assert.Equal(fund.Texts.InChat(prompt.Language, CommonTexts.GreetingSay).Fill(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["fund"] = fund.Texts.Plain(prompt.Language, CommonTexts.FundShort),
        }), prompt.Notice);
        Assert.Equal(fund.Menu.Length, prompt.Options.Length);
    }

    [Theory]
    [InlineData("agent")]
    [InlineData("Je veux parler à un conseiller")]
    [InlineData("réclamation")]
    [InlineData("شكاية")]
    public void Menu_AskingForAnAgentOrToComplain_OffersTheCallBackWhereNoAgentIs(string said)
    {
        Assert.Equal(Life.OfferedCallBack, Said(AtMenu(Funds.Sample, new Language("fr")), Funds.Sample, said).Life);
    }

    /// <summary>A name that is also a word is a name; at a question that it cannot answer, it is heard as a word.</summary>
    [Theory]
    [InlineData("Bonjour")]
    [InlineData("Menu")]
    [InlineData("Agent")]
    [InlineData("Retour")]
    public void Question_AWordThatAnswersIt_IsTheAnswer(string said)
    {
        var session = At(Funds.Sample, ["1", "1"]);

        Assert.Equal(said.ToUpperInvariant(), Said(session, Funds.Sample, said).Answers["surname"], ignoreCase: true);
    }

    [Theory]
    [InlineData("aide", Life.Helping, "person-form.birth-date")]
    [InlineData("Menu", Life.AtMenu, null)]
    [InlineData("retour", Life.InService, "person-form.sex")]
    [InlineData("bonjour", Life.InService, "person-form.birth-date")]
    [InlineData("langue", Life.ChoosingLanguage, "person-form.birth-date")]
    [InlineData("agent", Life.OfferedCallBack, "person-form.birth-date")]
    public void Question_AWordThatDoesNotAnswerIt_IsObeyedAndCountsAsNoError(string said, Life life, string? place)
    {
        var session = Said(At(Funds.Sample, ["1", "1", "Essai", "Aline", "2"]), Funds.Sample, said);

        Assert.Equal(life, session.Life);
        Assert.Equal(place, session.Frames.IsEmpty ? null : $"{session.Top.Flow}.{session.Top.State}");
        Assert.Equal(0, session.WrongAnswers);
    }

    /// <summary>A number may be of letters alone by its pattern: a word is none all the same.</summary>
    [Fact]
    public void Number_AWordOfItsPattern_IsObeyed()
    {
        var fund = Funds.Directory.Find(new FundId("cnss-tg"))!;
        var session = At(fund, ["2"]);
        Assert.Equal("insured-number", session.Top.State);

        Assert.Equal("insured-number", Said(session, fund, "Bonjour").Top.State);
        Assert.Equal(Life.AtMenu, Said(session, fund, "menu").Life);
        Assert.Equal("birth-date", Said(session, fund, "400123456").Top.State);
    }

    [Fact]
    public void Skipping_InWords_SkipsWhatIsOptionalOnly()
    {
        var session = At(Funds.Sample, ["1", "1", "Essai", "Aline", "2"]);
        Assert.Equal("birth-date", Said(session, Funds.Sample, "passer").Top.State);

        var email = At(Funds.Sample, ["1", "1", "Essai", "Aline", "2", "14/03/1994", "Ebolowa", "94", "Fictive", "2", "900000011", "680000012"]);
        Assert.Equal("email", email.Top.State);
        Assert.Equal("region", Said(email, Funds.Sample, "Passer").Top.State);
    }

    [Fact]
    public void Choice_YesInWords_IsTheOptionYes()
    {
        var session = At(Funds.Directory.Find(new FundId("cnops-ma"))!, ["1", "bonjour"]);
        Assert.Equal("before", session.Top.State); // greeted, and kept
        Assert.Equal("terms", Said(session, Funds.Directory.Find(new FundId("cnops-ma"))!, "oui").Top.State);
    }

    private static Session At(Fund fund, string[] answers) =>
        answers.Aggregate(AtMenu(fund, fund.Languages[0]), (session, answer) => Said(session, fund, answer));

    private static Session AtMenu(Fund fund, Language language) => Advance(new Session
    {
        Key = new SessionKey(fund.Id, Channel.Web, "words"),
        Address = new Address(Channel.Web, "words"),
        Language = language,
        StartedAt = Now,
        LastAt = Now,
    }, fund, new Input.Dialled([], Known: language)).Session;

    private static Session Said(Session session, Fund fund, string text) => Step(session, fund, text).Session;

    private static Step Step(Session session, Fund fund, string text) => Advance(session, fund, new Input.Said(text));

    private static Step Advance(Session session, Fund fund, Input input) =>
        ConversationEngine.Advance(session, input, fund, new Surroundings(Now, DateOnly.FromDateTime(Now.DateTime), fund.Languages));
}
