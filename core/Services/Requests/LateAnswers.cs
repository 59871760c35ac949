using System.Collections.Immutable;
using System.Globalization;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Services.Audit;
using ChatChannels.Services.Claims;
using ChatChannels.Services.Members;
using ChatChannels.Services.Messages;
using ChatChannels.Services.Verification;

namespace ChatChannels.Services.Requests;

/// <summary>
/// Answers what the register could not answer in time. The phone on file hears the answer; whoever asked hears only that the
/// service answers again, the same for known and unknown persons. A registration number goes only to a phone that is known to be in the
/// same hands as before. The changes name the question, so it is answered once.
/// </summary>
public sealed class LateAnswers(IRegister register, ILineHistory lines, IAttempts attempts, MessageWriter messages)
{
    /// <summary>To whoever asked.</summary>
    public const string DialAgain = "later-dial";

    /// <summary>To the phone on file, with the registration number.</summary>
    public const string Standing = "later-standing";

    /// <summary>To the phone on file, with the newest claim.</summary>
    public const string Claims = "later-claims";

    /// <summary>Answers a day to one phone on file: strangers must not be able to ring it without end.</summary>
    public const int AnswersPerDay = 3;

    /// <summary>What answering a question writes. Asks the register; where that fails there is no answer yet.</summary>
    public async Task<ImmutableArray<Change>> Decide(Fund fund, LateQuestion question, DateTimeOffset now, DateOnly today, CancellationToken cancellation)
    {
        var member = question.Member.Length > 0 || question.Facts.Values.IsEmpty
            ? await register.Get(fund.Id, question.Member, cancellation)
            : await register.Find(fund.Id, new MemberQuery(question.Facts.Values), cancellation);
        var notices = question.Topic is LateTopic.Filed
            ? RequestNotice.ToOwner(question, member, now)
            : await Answers(fund, question, member, today, cancellation);
        return
        [
            new Change.AnswerLate(question, now),
            new Change.Record(new AuditFact(fund.Id, "question-answered", question.Reference, null, now)),
            .. notices.SelectMany(notice => messages.Write(fund, notice, now, today)),
        ];
    }

    /// <summary>The answer, and what the caller hears who did not get it.</summary>
    private async Task<IEnumerable<Notice>> Answers(Fund fund, LateQuestion question, MemberRecord? member, DateOnly today, CancellationToken cancellation)
    {
        var answer = member is null ? null : await Answer(fund, question, member, today, cancellation);
        var caller = string.Equals(answer?.Filer.Value, question.Caller.Value, StringComparison.Ordinal) ? null : Notice(question, DialAgain, question.Caller);
        return new[] { answer, caller }.OfType<Notice>();
    }

    /// <summary>What the phone on file hears; null where there is none to tell, or nothing.</summary>
    private async Task<Notice?> Answer(Fund fund, LateQuestion question, MemberRecord member, DateOnly today, CancellationToken cancellation)
    {
        if (FiledPhone.Of(fund, member, today) is not { } phone
            || (question.Topic is LateTopic.Standing && !await IsSteady(fund, phone, member, today, cancellation))
            || await Told(fund, question, member, cancellation) is not (var template, var name, var value))
            return null;
        var subject = string.Create(CultureInfo.InvariantCulture, $"late:{fund.Id}:{member.Number}");
        var counts = await attempts.Count([subject], today, cancellation);
        return counts[0] > AnswersPerDay ? null : Notice(question, template, phone, (name, value));
    }

    private async Task<bool> IsSteady(Fund fund, Address phone, MemberRecord member, DateOnly today, CancellationToken cancellation)
    {
        var lately = today.AddDays(-CodePolicy.Of(fund).RecentDays);
        return await lines.HasChanged(phone.Value, member.PhoneSince ?? today, lately, today, cancellation) is false;
    }

    private async Task<(string Template, string Name, string Value)?> Told(Fund fund, LateQuestion question, MemberRecord member, CancellationToken cancellation)
    {
        if (question.Topic is LateTopic.Standing && member.Standing is Members.Standing.Registered)
            return (Standing, MemberAnswers.RegistrationNumber, member.Number);
        return question.Topic is LateTopic.Claims && await register.Claims(fund.Id, member.Number, cancellation) is [var newest, ..]
            ? (Claims, ClaimNews.Line, ClaimTexts.Line(fund, question.Language, newest))
            : null;
    }

    private static Notice Notice(LateQuestion question, string template, Address to, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var filled = ImmutableDictionary<string, string>.Empty.Add(MemberAnswers.Reference, question.Reference);
        foreach (var (name, value) in values)
            filled = filled.Add(name, value);
        return new Notice
        {
            Template = template,
            Kinds = [Channel.Sms],
            Language = question.Language,
            Answers = AnswerSheet.None,
            Filer = to,
            Values = filled,
        };
    }
}
