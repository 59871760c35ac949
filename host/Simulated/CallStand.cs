using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Simulator.World;

namespace ChatChannels.Host.Simulated;

/// <summary>Where a call stands, in the words of the cards of sample people.</summary>
internal static class CallStand
{
    /// <summary>The choice of a language, as cards name it.</summary>
    public const string Language = "language";

    /// <summary>The choice of a service, as cards name it.</summary>
    public const string Menu = "menu";

    /// <summary>The answer type of codes that come by message.</summary>
    private const string Code = "code";

    public static SimulatedStand Of(Session? session, Fund fund) => session?.Life switch
    {
        Life.ChoosingLanguage => new SimulatedStand(Language),
        Life.AtMenu => new SimulatedStand(Menu),
        Life.InService when fund.TryFind(session.Top.Flow, session.Top.Version, out var flow) => In(session, flow[session.Top.State]),
        _ => new SimulatedStand(Ask: null),
    };

    private static SimulatedStand In(Session session, State state) => new($"{session.Top.Flow}.{state.Name}")
    {
        Key = state switch
        {
            State.Review or State.Tell when session.Page < session.Pages - 1 => Keys.More,
            State.Tell => Keys.Next,
            _ => null,
        },
        AwaitsCode = state is State.Ask { Type.Name: Code },
    };
}
