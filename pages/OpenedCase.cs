using ChatChannels.Conversation.Engine;
using ChatChannels.Runtime.Turns;
using ChatChannels.Services.Cases;

namespace ChatChannels.Pages;

/// <summary>A case whose secret code was given, and the code as it was given. Personal.</summary>
internal sealed record OpenedCase(Visit Visit, Case Case, string Code)
{
    public Words Words => Visit.Words;

    public Links Links => Visit.Links;

    /// <summary>The date of filing in the fund's time zone.</summary>
    public DateOnly FiledOn => TurnDecider.Today(Words.Fund, Case.OpenedAt);

    /// <summary>The answers with what opens the case, as the flows hold them.</summary>
    public AnswerSheet Answers => Case.Answers.With(CaseAccess.NumberAnswer, Case.Number.Digits).With(CaseAccess.CodeAnswer, Code);

    public override string ToString() => Case.ToString();
}
