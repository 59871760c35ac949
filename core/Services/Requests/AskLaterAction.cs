using System.Collections.Immutable;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Services.Actions;
using ChatChannels.Services.Members;
using ChatChannels.Services.Recovery;

namespace ChatChannels.Services.Requests;

/// <summary>
/// <c>ask-later</c>, <c>with: { topic: standing, by: [answers] }</c>: keeps the question of somebody whom the register could not
/// answer in time, and gives a reference. Topics are <c>standing</c> and <c>claims</c>; without one the caller only hears when
/// the service answers again. Without <c>by</c> the person is looked for as the fund's flows do.
/// </summary>
public sealed class AskLaterAction(IIdSource ids) : IServiceAction
{
    /// <summary>How long a question waits for the register.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(7);

    private const string Noted = "noted";
    private const string By = LocateAction.By;
    private const string Topic = "topic";
    private const string Standing = "standing";
    private const string Claims = "claims";

    public ActionSignature Signature { get; } = new(
        "ask-later",
        [Noted],
        [],
        ImmutableDictionary<string, ImmutableArray<string>>.Empty.Add(Noted, [MemberAnswers.Reference]))
    {
        Settings = [ActionSetting.Answers(By) with { Required = false }, ActionSetting.OneOf(Topic, "dial-again", Standing, Claims)],
    };

    public Task<ActionResult> Perform(ActionRequest request, CancellationToken cancellation)
    {
        var question = new LateQuestion
        {
            Id = ids.NextId(),
            Fund = request.Fund.Id,
            Topic = request.With[Topic] switch { Standing => LateTopic.Standing, Claims => LateTopic.Claims, _ => LateTopic.DialAgain },
            Member = request.Answers[ProofAnswers.Member] ?? "",
            Facts = Facts(request),
            Caller = request.Address,
            Language = request.Language,
            Reference = ids.NextDigits(RequestAction.ReferenceDigits),
            At = request.Now,
            Expires = request.Now + Patience,
        };
        return Task.FromResult(new ActionResult(
            new Input.Outcome(Noted, ImmutableDictionary<string, string>.Empty.Add(MemberAnswers.Reference, question.Reference)),
            [new Change.AskLater(question), request.Audit("question-kept", question.Reference)]));
    }

    /// <summary>The answers named; where none are, those by which the fund's flows locate a person, if all of them were given.</summary>
    private static AnswerSheet Facts(ActionRequest request)
    {
        if (!request.With.All(By).IsEmpty)
            return request.Named(By);
        var locates = request.Fund.Flows.SelectMany(flow => flow.States).OfType<State.Do>().Where(state => state.Action is LocateAction.Name);
        return locates.FirstOrDefault(state => state.With.All(By).All(request.Answers.Has)) is { } locate
            ? (request with { With = locate.With }).Named(By)
            : AnswerSheet.None;
    }
}
