using System.Collections.Immutable;
using System.Globalization;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.Localization;
using ChatChannels.Services.Actions;

namespace ChatChannels.Services.HandOvers;

/// <summary>Whether agents can be spoken to now, behind how many, and when else. It changes nothing.</summary>
public sealed class FindAgentsAction(IHandOvers handOvers, IAgentPresence agents, ISecrets secrets, IIdSource ids) : IServiceAction
{
    /// <summary>Of the places in the queue one network gets so many at most: a chat costs nothing, and one visitor must not take them all.</summary>
    private const int OriginsShare = 10;

    /// <summary>However short the queue: a household behind one address.</summary>
    private const int FewestOfAnOrigin = 2;

    public ActionSignature Signature { get; } = new(
        Effect.Perform.FindAgents,
        [Effect.Perform.AgentsOpen, Effect.Perform.AgentsClosed, Effect.Perform.AgentsFull, Effect.Perform.AgentsAway],
        [],
        ImmutableDictionary<string, ImmutableArray<string>>.Empty
            .Add(Effect.Perform.AgentsOpen, [Effect.Perform.HandOverId, Effect.Perform.Ahead, Effect.Perform.Until]));

    public async Task<ActionResult> Perform(ActionRequest request, CancellationToken cancellation)
    {
        if (request.Fund.Agents is not { } desk || !agents.IsAnyoneIn(request.Fund.Id))
            return ActionResult.Exit(Effect.Perform.AgentsAway);
        var local = TimeZoneInfo.ConvertTime(request.Now, TimeZoneInfo.FindSystemTimeZoneById(request.Fund.TimeZone)).DateTime;
        if (desk.At(local) is not { } hours)
            return Closed(desk.After(local), request.Language);
        var known = request.Answers[Effect.Perform.HandOverId];
        var ahead = await handOvers.Waiting(request.Fund.Id, known, cancellation);
        var origin = request.Network is { } network ? secrets.Hash("hand-over", network.Subject) : "";
        return known is null && (ahead >= desk.Waiting || await HasItsShare(request.Fund, desk, origin, cancellation))
            ? ActionResult.Exit(Effect.Perform.AgentsFull)
            : Result(
                Effect.Perform.AgentsOpen,
                (Effect.Perform.HandOverId, known ?? ids.NextId().ToString("N")),
                (Effect.Perform.Ahead, ahead.ToString(CultureInfo.InvariantCulture)),
                (Effect.Perform.Until, DateFormat.ShowTime(hours.Until, request.Language)),
                (Effect.Perform.Origin, origin));
    }

    /// <summary>Whether as many wait from one network as may.</summary>
    private async Task<bool> HasItsShare(Fund fund, AgentDesk desk, string origin, CancellationToken cancellation)
    {
        if (origin.Length == 0)
            return false;
        var waiting = (await handOvers.Open(fund.Id, cancellation))
            .Count(handOver => handOver.State is HandOverState.Waiting && string.Equals(handOver.Origin, origin, StringComparison.Ordinal));
        return waiting >= Math.Max(FewestOfAnOrigin, desk.Waiting / OriginsShare);
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
