using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;

namespace ChatChannels.Services.Members;

/// <summary>An employer in a fund's register.</summary>
/// <param name="Number">The employer's number at the fund.</param>
/// <param name="Facts">What else is on file, by the name of the answer.</param>
public sealed record Employer(FundId Fund, string Number, string Name, AnswerSheet Facts)
{
    public override string ToString() => $"Employer {{ {Fund} *** }}";
}
