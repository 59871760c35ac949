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
public sealed class TurnDecider(ActionCatalogue actions, MessageWriter messages, IHandOvers handOvers, TimeProvider time, ILogger<TurnDecider> logger) : IDisposable
{
    /// <summary>How long a service action may take before the person is told that it is unavailable.</summary>
    public static readonly TimeSpan ActionDeadline = TimeSpan.FromSeconds(1.5);

    private readonly FailureLog _failures = new(logger, time);

    public async Task<DecidedTurn> Decide(TurnRequest request, Known known, Input input)
    {
        var now = time.GetUtcNow();
        var surroundings = new Surroundings(now, Today(request.Fund, now), request.CanShow) { BringsAnswers = request.Way is not null };
        var begins = input is Input.Dialled || known.Session is null;
        var session = (begins ? Begin(request, now) : known.Session!.Session) with { Version = known.Next };
        var next = input is Input.Dialled dialled ? Recall(dialled, known.Session?.Session ?? known.Latest) : input;
        var changes = ImmutableArray.CreateBuilder<Change>();
        while (true)
        {
            var step = ConversationEngine.Advance(session, next, request.Fund, surroundings);
            session = step.Session;
            foreach (var effect in step.Effects)
                changes.AddRange(effect is Effect.HandOver moved ? await ChangesOf(moved, session, request, now) : ChangesOf(effect, request, surroundings));
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

    public void Dispose() => _failures.Dispose();

    private static Session Begin(TurnRequest request, DateTimeOffset now) => new()
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
                Language = session.Language,
                Answers = perform.Answers,
                With = perform.With,
                Now = surroundings.Now,
                Today = surroundings.Today,
            };
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

    /// <summary>One that was erased, or ended meanwhile, moves no more.</summary>
    private async Task<ImmutableArray<Change>> ChangesOf(Effect.HandOver effect, Session session, TurnRequest request, DateTimeOffset now)
    {
        var current = effect.Trigger is HandOverTrigger.Ask
            ? Asked(effect, session, request.Way!(), now)
            : await handOvers.Find(request.Fund.Id, effect.Id, CancellationToken.None);
        return current is null ? [] : new HandOverStep(effect, session.Version, now).Of(current);
    }

    private static HandOver Asked(Effect.HandOver effect, Session session, string way, DateTimeOffset now) => new()
    {
        Id = effect.Id,
        Session = session.Key,
        Address = session.Address,
        Way = way,
        Language = session.Language,
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
