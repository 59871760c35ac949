using ChatChannels.Conversation.Flows;

namespace ChatChannels.Tests.Conversation.Engine;

/// <summary>The example beside a wrong answer is one that would be accepted.</summary>
public sealed class ExampleTests
{
    [Fact]
    public void Dates_OfEveryFund_HaveAnExampleThatIsAcceptedOnAnyDay()
    {
        foreach (var (fund, ask) in Funds.All.SelectMany(fund => fund.Flows.SelectMany(flow => flow.States.OfType<State.Ask>().Select(ask => (fund, ask)))))
        {
            foreach (var today in new[] { new DateOnly(2026, 3, 5), new DateOnly(2028, 2, 29), new DateOnly(2040, 12, 31) })
            {
                var context = fund.AnswerContext(fund.Languages[0], today);
                if (ask.Type.Example(ask.Settings, context) is { } example)
                    Assert.IsType<ChatChannels.Conversation.Answers.AnswerReading.Accepted>(ask.Type.Read(example, ask.Settings, context));
            }
        }
    }

    [Theory]
    [InlineData("cnps-cm", "id-expiry")]
    [InlineData("cnss-ma", "id-expiry")]
    public void ExpiryDate_TheExample_LiesAhead(string id, string state)
    {
        var fund = Funds.Directory.Find(new ChatChannels.Conversation.FundId(id))!;
        var ask = fund.Flows.SelectMany(flow => flow.States.OfType<State.Ask>()).First(ask => string.Equals(ask.Name, state, StringComparison.Ordinal));

        Assert.Equal("05/03/2031", ask.Type.Example(ask.Settings, fund.AnswerContext(fund.Languages[0], new DateOnly(2026, 3, 5))));
    }
}
