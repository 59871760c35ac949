using System.Collections.Immutable;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Runtime.Storage;
using ChatChannels.Services;
using ChatChannels.Services.Actions;
using ChatChannels.Services.Audit;
using ChatChannels.Services.HandOvers;
using ChatChannels.Services.Messages;
using Microsoft.Extensions.Logging;

namespace ChatChannels.Runtime.Turns;

/// <summary>Advances a session until it shows something: asks the service actions that steps name, and feeds their outcomes back.</summary>
public sealed partial class TurnDecider(
    ActionCatalogue actions, MessageWriter messages, IHandOvers handOvers, IAgentPresence agents, TimeProvider time, ILogger<TurnDecider> logger)
{
    /// <summary>How long a service action may take before the person is told that it is unavailable.</summary>
    public static readonly TimeSpan ActionDeadline = TimeSpan.FromSeconds(1.5);

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
                return Rendered(request, input, step, changes);
            var result = await Perform(request, perform, session, surroundings);
            changes.AddRange(result.Changes);
            next = result.Outcome;
        }
    }

    /// <summary>The date in a fund's own time zone.</summary>
    public static DateOnly Today(Fund fund, DateTimeOffset now) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(fund.TimeZone)).DateTime);

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

    private static DecidedTurn Rendered(TurnRequest request, Input input, Step step, ImmutableArray<Change>.Builder changes)
    {
        if (step.Effects.OfType<Effect.Show>().LastOrDefault() is not { } show)
            return new DecidedTurn(step.Session, input is Input.HungUp or Input.TimedOut ? null : "", changes.ToImmutable());
        var screen = request.Screens.Render(show.Prompt);
        return new DecidedTurn(step.Session with { Page = screen.Page, Pages = screen.Pages }, screen.Reply, changes.ToImmutable());
    }

    private async Task<ActionResult> Perform(TurnRequest request, Effect.Perform perform, Session session, Surroundings surroundings)
    {
        using var cancellation = new CancellationTokenSource(ActionDeadline, time);
        try
        {
            var asked = new ActionRequest
            {
                Fund = request.Fund,
                Service = perform.Service,
                Address = request.Address,
                Network = request.Network,
                Language = session.Language,
                Answers = perform.Answers,
                With = perform.With,
                Now = surroundings.Now,
                Today = surroundings.Today,
            };
            return await Task.Run(() => actions[perform.Action].Perform(asked, cancellation.Token), cancellation.Token)
                .WaitAsync(ActionDeadline, time, cancellation.Token);
        }
#pragma warning disable CA1031 // a service that fails is a service that is unavailable: the flow has an exit for it
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogUnavailable(logger, failure, perform.Action);
            return ActionResult.Exit(Input.Outcome.Unavailable);
        }
    }

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

    [LoggerMessage(1003, LogLevel.Warning, "The service action {Action} was unavailable")]
    private static partial void LogUnavailable(ILogger logger, Exception failure, string action);
}
