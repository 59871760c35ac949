using ChatChannels.Conversation;
using ChatChannels.Conversation.Answers;
using ChatChannels.Conversation.Flows;

namespace ChatChannels.Services.Members;

/// <summary>The phone on file, as something that may be told to.</summary>
public static class FiledPhone
{
    /// <summary>Days during which a number newly put on file is told nothing; policy <c>codes: recent-days</c>.</summary>
    private const long RecentDays = 7;

    /// <summary>
    /// Where a person is told by SMS what needs possession; null where no mobile number of the fund's country is on file, or one
    /// that is too new or of unknown age (SIM swap, FIGI 4.2).
    /// </summary>
    public static Address? Of(Fund fund, MemberRecord member, DateOnly today)
    {
        var recent = fund.Policies.GetValueOrDefault("codes", AnswerSettings.None).Number("recent-days") ?? RecentDays;
        return member.PhoneSince <= today.AddDays((int)-recent)
            && PhoneNumber.TryParse(member.Phone ?? "", fund.Country, out var number)
            && number.IsMobile
            && string.Equals(number.Country, fund.Country, StringComparison.Ordinal)
                ? new Address(Channel.Sms, number.E164)
                : null;
    }
}
