using ChatChannels.Conversation;
using ChatChannels.Host.Replay;
using ChatChannels.Runtime.Storage;
using ChatChannels.Services;
using ChatChannels.Services.Dialogues;
using Microsoft.Extensions.DependencyInjection;

namespace ChatChannels.Tests.Bot.DirectLine;

/// <summary>Another node, of which this one hears only what it writes.</summary>
internal static class Elsewhere
{
    public static async Task Tell(ReplayHost service, string conversation, string activity) => Assert.Equal(
        CommitResult.Committed,
        await service.Services.GetRequiredService<Storehouse>().Store.Commit(
            new Unit(null, [new Change.Tell(new DialogueTurn(new FundId("cnps-cm"), conversation, "elsewhere", [activity], ChatLine.Now))]),
            TestContext.Current.CancellationToken));
}
