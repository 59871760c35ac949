using System.Collections.Immutable;
using System.Globalization;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.Localization;
using ChatChannels.Services.Actions;

namespace ChatChannels.Services.HandOvers;

/// <summary>Whether agents can be spoken to now, behind how many, and when else. It changes nothing.</summary>
public sealed class FindAgentsAction(IHandOvers handOvers, IIdSource ids) : IServiceAction
{
    public ActionSignature Signature { get; } = new(
        Effect.Perform.FindAgents,
        [Effect.Perform.AgentsOpen, Effect.Perform.AgentsClosed, Effect.Perform.AgentsFull],
        [],
        ImmutableDictionary<string, ImmutableArray<string>>.Empty
            .Add(Effect.Perform.AgentsOpen, [Effect.Perform.HandOverId, Effect.Perform.Ahead, Effect.Perform.Until]));

    public async Task<ActionResult> Perform(ActionRequest request, CancellationToken cancellation)
    {
        if (request.Fund.Agents is not { } desk)
            return ActionResult.Exit(Effect.Perform.AgentsClosed);
        var local = TimeZoneInfo.ConvertTime(request.Now, TimeZoneInfo.FindSystemTimeZoneById(request.Fund.TimeZone)).DateTime;
        if (desk.At(local) is not { } hours)
            return Closed(desk.After(local), request.Language);
        var known = request.Answers[Effect.Perform.HandOverId];
        var ahead = await handOvers.Waiting(request.Fund.Id, known, cancellation);
        return known is null && ahead >= desk.Waiting
            ? ActionResult.Exit(Effect.Perform.AgentsFull)
            : Result(
                Effect.Perform.AgentsOpen,
                (Effect.Perform.HandOverId, known ?? ids.NextId().ToString("N")),
                (Effect.Perform.Ahead, ahead.ToString(CultureInfo.InvariantCulture)),
                (Effect.Perform.Until, DateFormat.ShowTime(hours.Until, request.Language)));
    }

    private static ActionResult Closed((DateOnly Day, OpenHours Hours)? next, Language language) => next is not { } opens
        ? ActionResult.Exit(Effect.Perform.AgentsClosed)
        : Result(
            Effect.Perform.AgentsClosed,
            (Effect.Perform.Day, opens.Day.ToString("O", CultureInfo.InvariantCulture)),
            (Effect.Perform.From, DateFormat.ShowTime(opens.Hours.From, language)),
            (Effect.Perform.Until, DateFormat.ShowTime(opens.Hours.Until, language)));

    private static ActionResult Result(string exit, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var told = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in values)
            told.Add(name, value);
        return new ActionResult(new Input.Outcome(exit, told.ToImmutable()), []);
    }
}
