using ChatChannels.Conversation;
using ChatChannels.Conversation.Answers;
using ChatChannels.Conversation.Flows;

namespace ChatChannels.Services.Members;

/// <summary>The phone on file, as something that may be told to.</summary>
public static class FiledPhone
{
    /// <summary>Days during which a number newly put on file is told nothing; policy <c>codes: recent-days</c>.</summary>
    private const long RecentDays = 7;

    /// <summary>Where a person is told by SMS what needs possession; null where no number is on file, or one that is too new (SIM swap, FIGI 4.2).</summary>
    public static Address? Of(Fund fund, MemberRecord member, DateOnly today)
    {
        var recent = fund.Policies.GetValueOrDefault("codes", AnswerSettings.None).Number("recent-days") ?? RecentDays;
        return string.IsNullOrEmpty(member.Phone) || member.PhoneSince > today.AddDays((int)-recent)
            ? null
            : new Address(Channel.Sms, member.Phone);
    }
}
