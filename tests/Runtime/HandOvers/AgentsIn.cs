using ChatChannels.Conversation;
using ChatChannels.Host.Replay;
using ChatChannels.Runtime.HandOvers;
using Microsoft.Extensions.DependencyInjection;

namespace ChatChannels.Tests.Runtime.HandOvers;

/// <summary>Agents at the desk of a service under test.</summary>
internal static class AgentsIn
{
    public const string Agent = "ada";

    /// <summary>The service, with an agent of the fund signed in.</summary>
    public static ReplayHost WithAgent(this ReplayHost service, string fund = "cnps-cm")
    {
        service.Services.GetRequiredService<SignedInAgents>().SignIn(new FundId(fund), Agent);
        return service;
    }

    public static void WithoutAgent(this ReplayHost service, string fund = "cnps-cm") =>
        service.Services.GetRequiredService<SignedInAgents>().SignOut(new FundId(fund), Agent);
}
