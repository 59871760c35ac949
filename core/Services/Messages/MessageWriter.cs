using System.Collections.Immutable;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Answers;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.Localization;
using ChatChannels.Conversation.Text;
using ChatChannels.Services.Cases;
using ChatChannels.Services.PreRegistration;

namespace ChatChannels.Services.Messages;

/// <summary>Writes a notice out as messages, one for each channel that the person can be reached by.</summary>
/// <param name="publicUrl">Where the pages of links are reached from outside; ends with a slash.</param>
public sealed class MessageWriter(IIdSource ids, Uri publicUrl)
{
    /// <summary>A message not delivered by then is not worth delivering.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(3);

    public ImmutableArray<Change> Write(Fund fund, Notice notice, DateTimeOffset now, DateOnly today) =>
        [.. notice.Kinds.Select(kind => Compose(fund, notice, kind, now, today)).OfType<Message>().Select(message => new Change.Send(message))];

    /// <summary>The address of a page as people reach it.</summary>
    public string LinkTo(string path) => new Uri(publicUrl, path).ToString();

    /// <summary>The address of a page of one fund: the link says which, for when what it leads to is gone.</summary>
    public string LinkTo(string page, FundId fund, string place) => LinkTo($"{page}/{fund}/{place}");

    private Message? Compose(Fund fund, Notice notice, Channel kind, DateTimeOffset now, DateOnly today)
    {
        var to = notice.Destination?.To ?? (kind == Channel.Email ? notice.Answers[PersonAnswers.Email] : Phone(fund, notice));
        if (string.IsNullOrEmpty(to))
            return null;
        var body = kind == Channel.Email ? CommonTexts.EmailBody(notice.Template) : CommonTexts.Sms(notice.Template);
        var text = Fill(fund, notice, body, today);
        return new Message
        {
            Id = ids.NextId(),
            Fund = fund.Id,
            Channel = kind,
            To = to,
            Person = notice.Destination?.Person ?? notice.Filer.Value,
            Template = notice.Template,
            Language = notice.Language,
            Sender = fund.Texts.Plain(notice.Language, CommonTexts.Sender),
            Subject = kind == Channel.Email ? InOrder(Fill(fund, notice, CommonTexts.EmailSubject(notice.Template), today), notice.Language) : "",
            IsTyped = notice.Destination is null && !IsProven(notice, to),
            Text = kind == Channel.Sms ? PhoneText.Of(text, notice.Language) : InOrder(text, notice.Language),
            At = now,
            Expires = notice.Destination?.Expires ?? now + Lifetime,
        };
    }

    /// <summary>Whether an address is the line that calls, or one that a code has proven.</summary>
    private static bool IsProven(Notice notice, string to) =>
        string.Equals(to, notice.Filer.Phone, StringComparison.Ordinal)
        || string.Equals(to, notice.Answers[ProofAnswers.PhoneProven], StringComparison.Ordinal)
        || string.Equals(to, notice.Answers[ProofAnswers.EmailProven], StringComparison.Ordinal);

    private static string InOrder(string text, Language language) => language.IsRightToLeft ? Bidi.Mark(text) : text;

    /// <summary>The phone that was answered, which the fund's rule of answers let pass; else the line that calls, if it is of the fund's country: no SMS goes abroad.</summary>
    private static string? Phone(Fund fund, Notice notice) =>
        notice.Answers.Has(PersonAnswers.Phone) ? notice.Answers[PersonAnswers.Phone]
        : notice.Filer.Phone is { } line && PhoneNumber.TryParse(line, fund.Country, out var number) && string.Equals(number.Country, fund.Country, StringComparison.Ordinal) ? line
        : null;

    private string Fill(Fund fund, Notice notice, string key, DateOnly today)
    {
        var template = fund.Texts[notice.Language, key];
        var context = fund.AnswerContext(notice.Language, today);
        return template.Fill(template.Placeholders.ToDictionary(
            name => name,
            name => Link(fund, notice, name)
                ?? notice.Values.GetValueOrDefault(name)
                ?? fund.Show(name, notice.Answers, context)
                ?? "-",
            StringComparer.Ordinal));
    }

    private string? Link(Fund fund, Notice notice, string name) => name switch
    {
        "service-code" => fund.ServiceCodes[0],
        "fund" => fund.Texts.Plain(notice.Language, CommonTexts.FundShort),
        "validation-link" => LinkTo("cases", fund.Id, notice.Answers[CaseAccess.NumberAnswer]!),
        "receipt-link" => LinkTo("receipts", fund.Id, notice.Answers[CaseAccess.NumberAnswer]!),
        _ => null,
    };
}
