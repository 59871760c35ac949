using System.Collections.Immutable;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Runtime.Failures;
using ChatChannels.Runtime.Storage;
using ChatChannels.Services;
using ChatChannels.Services.Actions;
using ChatChannels.Services.Audit;
using ChatChannels.Services.HandOvers;
using ChatChannels.Services.Messages;
using Microsoft.Extensions.Logging;

namespace ChatChannels.Runtime.Turns;

/// <summary>Advances a session until it shows something: asks the service actions that steps name, and feeds their outcomes back.</summary>
public sealed class TurnDecider(
    ActionCatalogue actions,
    MessageWriter messages,
    NoticeLimits limits,
    IHandOvers handOvers,
    IAgentPresence agents,
    TimeProvider time,
    ILogger<TurnDecider> logger) : IDisposable
{
    /// <summary>How long a service action may take before the person is told that it is unavailable.</summary>
    public static readonly TimeSpan ActionDeadline = TimeSpan.FromSeconds(1.5);

    private readonly FailureLog _failures = new(logger, time);

    public async Task<DecidedTurn> Decide(TurnRequest request, Known known, Input input)
    {
        var now = time.GetUtcNow();
        var surroundings = new Surroundings(now, Today(request.Fund, now), request.CanShow)
        {
            ReachesAgents = request.Way is not null && agents.IsAnyoneIn(request.Fund.Id),
        };
        var begins = input is Input.Dialled || known.Session is null;
        var session = (begins ? Begin(request, now) : known.Session!.Session) with { Version = known.Next };
        var next = input is Input.Dialled dialled ? Recall(dialled, known.Session?.Session ?? known.Latest) : input;
        var changes = ImmutableArray.CreateBuilder<Change>();
        while (true)
        {
            var step = ConversationEngine.Advance(session, next, request.Fund, surroundings);
            session = step.Session;
            foreach (var effect in step.Effects)
            {
                if (effect is Effect.HandOver moved)
                    await Move(changes, moved, session, request, now);
                else
                    changes.AddRange(ChangesOf(effect, request, surroundings));
            }

            if (step.Effects.OfType<Effect.Perform>().FirstOrDefault() is not { } perform)
                return await Finished(request, input, step, changes.ToImmutable());
            var result = await Perform(request, perform, session, surroundings);
            changes.AddRange(result.Changes);
            next = result.Outcome;
        }
    }

    /// <summary>The date in a fund's own time zone.</summary>
    public static DateOnly Today(Fund fund, DateTimeOffset now) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(fund.TimeZone)).DateTime);

    public void Dispose() => _failures.Dispose();

    /// <summary>The session of a request that is its first.</summary>
    internal static Session Begin(TurnRequest request, DateTimeOffset now) => new()
    {
        Key = request.Key,
        Address = request.Address,
        Language = request.CanShow[0],
        StartedAt = now,
        LastAt = now,
    };

    private static Input.Dialled Recall(Input.Dialled dialled, Session? latest) => dialled with
    {
        Earlier = latest,
        Known = latest is { LanguageChosen: true } ? latest.Language : dialled.Known,
    };

    /// <summary>
    /// The turn without the messages that are too many for addresses nobody has proven; the screen says so. Only a turn that sends
    /// such a message asks the store.
    /// </summary>
    private ValueTask<DecidedTurn> Finished(TurnRequest request, Input input, Step step, ImmutableArray<Change> changes) =>
        changes.Any(change => change is Change.Send { Message.IsTyped: true })
            ? new ValueTask<DecidedTurn>(Limited(request, input, step, changes))
            : ValueTask.FromResult(Rendered(request, input, step, changes));

    private async Task<DecidedTurn> Limited(TurnRequest request, Input input, Step step, ImmutableArray<Change> changes)
    {
        var now = time.GetUtcNow();
        var asked = Asked(request, step.Session, AnswerSheet.None, new Surroundings(now, Today(request.Fund, now), request.CanShow));
        var (allowed, isHeldBack) = await limits.Filter(asked, changes, CancellationToken.None);
        return Rendered(request, input, isHeldBack ? Told(request, step) : step, allowed);
    }

    /// <summary>A step whose screen says that no message is sent.</summary>
    private static Step Told(TurnRequest request, Step step)
    {
        var text = request.Fund.Texts.Plain(step.Session.Language, CommonTexts.NotSent);
        return step with
        {
            Effects =
            [
                .. step.Effects.Select(effect => effect is Effect.Show { Prompt: var prompt } shown
                    ? shown with { Prompt = Noted(prompt, text) }
                    : effect),
            ],
        };
    }

    /// <summary>On a last screen, which no key pages, what it says itself comes first.</summary>
    private static Prompt Noted(Prompt prompt, string text) => prompt.Ends
        ? prompt with { Hint = text }
        : prompt with { Notice = prompt.Notice is null ? text : $"{prompt.Notice}\n{text}" };

    private static DecidedTurn Rendered(TurnRequest request, Input input, Step step, ImmutableArray<Change> changes)
    {
        if (step.Effects.OfType<Effect.Show>().LastOrDefault() is not { } show)
            return new DecidedTurn(step.Session, input is Input.HungUp or Input.TimedOut ? null : "", changes);
        var screen = request.Screens.Render(show.Prompt);
        return new DecidedTurn(step.Session with { Page = screen.Page, Pages = screen.Pages }, screen.Reply, changes);
    }

    private async Task<ActionResult> Perform(TurnRequest request, Effect.Perform perform, Session session, Surroundings surroundings)
    {
        using var cancellation = new CancellationTokenSource(ActionDeadline, time);
        try
        {
            var asked = Asked(request, session, perform.Answers, surroundings) with { Service = perform.Service, With = perform.With };
            var result = await Task.Run(() => actions[perform.Action].Perform(asked, cancellation.Token), cancellation.Token)
                .WaitAsync(ActionDeadline, time, cancellation.Token);
            _failures.Succeeded();
            return result;
        }
#pragma warning disable CA1031 // a service that fails is a service that is unavailable: the flow has an exit for it
        catch (Exception failure)
#pragma warning restore CA1031
        {
            _failures.Failed($"service action {perform.Action}", failure);
            return ActionResult.Exit(Input.Outcome.Unavailable);
        }
    }

    private static ActionRequest Asked(TurnRequest request, Session session, AnswerSheet answers, Surroundings surroundings) => new()
    {
        Fund = request.Fund,
        Service = "",
        Address = request.Address,
        Network = request.Network,
        Language = session.Language,
        Answers = answers,
        Now = surroundings.Now,
        Today = surroundings.Today,
    };

    /// <summary>Adds what a step makes of a hand-over. One that was erased, or ended meanwhile, moves no more; one that moves twice in a turn is written once.</summary>
    private async Task Move(ImmutableArray<Change>.Builder changes, Effect.HandOver effect, Session session, TurnRequest request, DateTimeOffset now)
    {
        var earlier = changes.OfType<Change.KeepHandOver>().LastOrDefault(kept => string.Equals(kept.HandOver.Id, effect.Id, StringComparison.Ordinal));
        var current = effect.Trigger is HandOverTrigger.Ask
            ? Asked(effect, session, request.Way!(), now)
            : earlier?.HandOver ?? await handOvers.Find(request.Fund.Id, effect.Id, CancellationToken.None);
        if (current is null)
            return;
        var moved = new HandOverStep(effect, session.Version, now).Of(current);
        if (earlier is null || moved.IsEmpty)
        {
            changes.AddRange(moved);
            return;
        }

        changes.Remove(earlier);
        changes.AddRange(moved.Select(change => change is Change.KeepHandOver kept
            ? new Change.KeepHandOver(kept.HandOver with { Version = earlier.HandOver.Version })
            : change));
    }

    private static HandOver Asked(Effect.HandOver effect, Session session, string way, DateTimeOffset now) => new()
    {
        Id = effect.Id,
        Session = session.Key,
        Address = session.Address,
        Way = way,
        Language = session.Language,
        Origin = effect.Origin,
        AskedAt = now,
        Due = effect.Due,
    };

    private ImmutableArray<Change> ChangesOf(Effect effect, TurnRequest request, Surroundings surroundings) => effect switch
    {
        Effect.Audit audit => [new Change.Record(new AuditFact(request.Fund.Id, audit.Fact, audit.About, request.Address, surroundings.Now))],
        Effect.Notify notify => messages.Write(
            request.Fund,
            new Notice
            {
                Template = notify.Template,
                Kinds = notify.Kinds,
                Language = notify.Language,
                Answers = notify.Answers,
                Filer = request.Address,
            },
            surroundings.Now,
            surroundings.Today),
        _ => [],
    };
}
