using System.Collections.Immutable;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;

namespace ChatChannels.Pages.Cases;

/// <summary>
/// Changes one answer of a case by the flow of its review, with the questions that the new answer brings along (CNPS-11, CNPS-13). The
/// page holds what was said so far and says all of it again each time, so that nothing is kept on the way. Personal.
/// </summary>
/// <param name="Said">What was understood: the number of the line, then the answers.</param>
/// <param name="Prompt">The next question; null when there is none.</param>
/// <param name="Answers">All answers, as they are by then.</param>
internal sealed record Correction(ImmutableArray<string> Said, Prompt? Prompt, AnswerSheet Answers)
{
    /// <summary>More questions than this follow from no answer.</summary>
    public const int LongestSaid = 5;

    /// <summary>Takes what was said and one answer more; null where that cannot have been said.</summary>
    public static Correction? Take(OpenedCase opened, ReviewSheet sheet, ImmutableArray<string> said, string answer, DateTimeOffset now)
    {
        var surroundings = new Surroundings(now, opened.Words.Today, [opened.Words.Language]);
        var session = Begin(opened, sheet, now);
        foreach (var earlier in said)
        {
            session = Advance(session, earlier, opened, surroundings).Session;
            if (!IsAsking(session))
                return null;
        }

        var step = Advance(session, answer, opened, surroundings);
        if (IsDone(step.Session, sheet))
            return new Correction([.. said, answer], null, step.Session.Answers);
        if (IsAsking(step.Session))
            return new Correction(step.Session.WrongAnswers > 0 ? said : [.. said, answer], PromptOf(step), step.Session.Answers);
        return said.IsEmpty ? null : new Correction(said, ConversationEngine.PromptOf(session, opened.Words.Fund, surroundings), session.Answers);
    }

    private static Session Begin(OpenedCase opened, ReviewSheet sheet, DateTimeOffset now) => new()
    {
        Key = new SessionKey(opened.Case.Fund, Channel.Web, ""),
        Address = new Address(Channel.Web, ""),
        Life = Life.ChoosingChange,
        ReturnTo = Life.InService,
        Language = opened.Words.Language,
        Frames = [new Frame(sheet.Flow.Name, sheet.Flow.Version, sheet.Flow.Start, sheet.Review.Name)],
        Answers = opened.Answers,
        StartedAt = now,
        LastAt = now,
    };

    /// <summary>Of a copy that was not said often: the same words may answer several questions.</summary>
    private static Step Advance(Session session, string said, OpenedCase opened, Surroundings surroundings) =>
        ConversationEngine.Advance(session with { Repeated = RepeatedInput.None }, new Input.Said(said), opened.Words.Fund, surroundings);

    private static bool IsAsking(Session session) => session is { Life: Life.InService, Changing: not null };

    private static bool IsDone(Session session, ReviewSheet sheet) =>
        session is { Life: Life.InService, Changing: null } && string.Equals(session.Top.State, sheet.Review.Name, StringComparison.Ordinal);

    private static Prompt PromptOf(Step step) => step.Effects.OfType<Effect.Show>().Last().Prompt;

    public override string ToString() => "Correction { *** }";
}
