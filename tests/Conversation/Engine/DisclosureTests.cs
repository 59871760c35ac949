using ChatChannels.Conversation;
using ChatChannels.Conversation.Flows;

namespace ChatChannels.Tests.Conversation.Engine;

/// <summary>On no way through any flow is anything disclosed, or a password given, to somebody who has not proven possession.</summary>
public sealed class DisclosureTests
{
    public static TheoryData<string> All => [.. Funds.All.Select(fund => fund.Id.Value)];

    [Theory]
    [MemberData(nameof(All))]
    public void EveryWay_ThroughEveryFlow_DisclosesOnlyBehindAProof(string fund)
    {
        var asked = Funds.All.First(one => one.Id == new FundId(fund));

        var model = new ProofModel(asked).Explore();

        Assert.Empty(model.Faults);
        Assert.True(model.Places > 50, $"Only {model.Places} places were come to.");
        var guarded = asked.Flows.SelectMany(flow => flow.States).OfType<State.Do>().Any(call => call.Trust is Trust.Requires);
        Assert.Equal(guarded, model.Asked > 0);
        Assert.Equal(guarded, model.Rewound > 0);
    }
}
