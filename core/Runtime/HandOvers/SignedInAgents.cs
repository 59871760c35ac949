using System.Collections.Immutable;
using ChatChannels.Conversation;
using ChatChannels.Services.HandOvers;

namespace ChatChannels.Runtime.HandOvers;

/// <summary>
/// The agents signed in at this node's desk. A sign-in lapses unless it is renewed, so that a desk whose window was closed, or whose
/// line broke, does not go on promising its agent. A desk that serves several nodes must tell each of them.
/// </summary>
public sealed class SignedInAgents(TimeProvider time) : IAgentPresence
{
    /// <summary>How long an agent counts as signed in after the last sign of life.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    private ImmutableDictionary<FundId, ImmutableDictionary<string, DateTimeOffset>> _agents =
        ImmutableDictionary<FundId, ImmutableDictionary<string, DateTimeOffset>>.Empty;

    public bool IsAnyoneIn(FundId fund)
    {
        if (!_agents.TryGetValue(fund, out var agents))
            return false;
        var now = time.GetUtcNow();
        foreach (var agent in agents)
        {
            if (now < agent.Value)
                return true;
        }

        return false;
    }

    /// <summary>Signs an agent in, or renews the sign-in; an agent of several funds signs in with each.</summary>
    /// <param name="agent">Tells the agent from every other; opaque.</param>
    public void SignIn(FundId fund, string agent)
    {
        var until = time.GetUtcNow() + Lease;
        ImmutableInterlocked.AddOrUpdate(
            ref _agents,
            fund,
            _ => ImmutableDictionary.Create<string, DateTimeOffset>(StringComparer.Ordinal).Add(agent, until),
            (_, agents) => agents.SetItem(agent, until));
    }

    public void SignOut(FundId fund, string agent) => ImmutableInterlocked.AddOrUpdate(
        ref _agents,
        fund,
        _ => ImmutableDictionary.Create<string, DateTimeOffset>(StringComparer.Ordinal),
        (_, agents) => agents.Remove(agent));
}
