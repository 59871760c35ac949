using System.Collections.Immutable;
using System.Globalization;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Answers;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.Localization;
using ChatChannels.Conversation.Text;
using ChatChannels.Services;
using ChatChannels.Services.Claims;
using ChatChannels.Services.Documents;
using ChatChannels.Services.Messages;
using ChatChannels.Services.PreRegistration;
using ChatChannels.Services.Processing;

namespace ChatChannels.Host.Checking;

/// <summary>The SMS of a fund, written by the writer that sends them, with the widest answers and links.</summary>
internal sealed class MessageSizes(Fund fund, IIdSource ids, Uri publicUrl)
{
    /// <summary>No shorter than public addresses are: one of this machine would make links look cheap.</summary>
    private static readonly Uri UsualUrl = new("https://services.example.org/");

    /// <summary>Too young, and too old.</summary>
    private static readonly ImmutableArray<string> BirthDates = ["2026-01-01", "1900-01-01"];

    /// <summary>Of the token in a link.</summary>
    private const int TokenLength = 32;

    private readonly MessageWriter _writer = new(ids, publicUrl.OriginalString.Length > UsualUrl.OriginalString.Length ? publicUrl : UsualUrl);

    /// <summary>The messages that have an SMS, by their key under <c>messages</c>.</summary>
    public IEnumerable<string> Templates => fund.Texts.Keys(fund.Languages[0])
        .Where(key => key.StartsWith("messages.", StringComparison.Ordinal) && key.EndsWith(".sms", StringComparison.Ordinal))
        .Select(key => key["messages.".Length..^".sms".Length])
        .Order(StringComparer.Ordinal);

    public int Segments(string template, SampleValues values) => Written(template, values, Channel.Sms).Sum(message => SmsSegments.Count(message.Text));

    /// <summary>The message as it would be sent by a channel.</summary>
    public IEnumerable<Message> Written(string template, SampleValues values, Channel kind)
    {
        var notice = new Notice
        {
            Template = template,
            Kinds = [kind],
            Language = values.Language,
            Answers = values.All().With("case-number", values.Of("case-number")).With("secret-code", values.Of("secret-code")),
            Filer = new Address(Channel.Ussd, values.Caller, Proof.Possessed),
            Values = ImmutableDictionary<string, string>.Empty
                .Add("reasons", Reasons(values))
                .Add("registration-number", new string('8', NumberDigits))
                .Add("reference", values.Of("reference"))
                .Add(Papers.Awaited, Papers.Widest(fund, values.Language))
                .Add(PaperLinks.Paper, WidestPaper(values.Language))
                .Add(PaperLinks.Days, PaperLinks.DaysOf(fund).ToString(CultureInfo.InvariantCulture))
                .Add(PaperLinks.Link, _writer.LinkTo($"{PaperLinks.Path}/{new string('8', TokenLength)}"))
                .Add(ClaimNews.Line, ClaimTexts.WidestLine(fund, values.Language)),
        };
        return _writer.Write(fund, notice, CheckTime.Now, CheckTime.Today).OfType<Change.Send>().Select(sent => sent.Message);
    }

    private string WidestPaper(Language language) => fund.Flows.SelectMany(flow => flow.States).OfType<State.Attach>()
        .Select(attach => fund.Texts.Plain(language, CommonTexts.Paper(attach.Paper))).MaxBy(words => words.Length) ?? "";

    private int NumberDigits => (int)(fund.Policies.GetValueOrDefault("registration-number", AnswerSettings.None).Number("digits") ?? 10);

    /// <summary>The longest that processing can find against one person, by its own rules.</summary>
    private string Reasons(SampleValues values) => BirthDates
        .Select(birth => string.Join(' ', Rules.Examine(Worst(birth), alreadyRegistered: true, CheckTime.Today)
            .Select(reason => fund.Texts.TryFind(values.Language, $"reasons.{reason}", out var text) ? text.Fill(ImmutableDictionary<string, string>.Empty) : "")))
        .MaxBy(told => told.Length)!;

    private ProcessingRules Rules => new(fund.Policies.GetValueOrDefault("processing", AnswerSettings.None));

    private static AnswerSheet Worst(string birth) => AnswerSheet.None
        .With(PersonAnswers.Scheme, PersonAnswers.Voluntary)
        .With(PersonAnswers.BirthDate, birth)
        .With(PersonAnswers.IdExpiry, "2000-01-01")
        .With(PersonAnswers.MonthlyIncome, "0");
}
