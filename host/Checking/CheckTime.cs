using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;

namespace ChatChannels.Host.Checking;

/// <summary>The instant every proof is made at, so that the same content gives the same report on any day.</summary>
internal static class CheckTime
{
    public static readonly DateTimeOffset Now = new(2026, 12, 28, 12, 0, 0, TimeSpan.Zero);

    public static DateOnly Today => DateOnly.FromDateTime(Now.DateTime);

    public static Surroundings SurroundingsOf(Fund fund) => new(Now, Today, fund.Languages);
}
