using System.Collections.Immutable;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Host;
using ChatChannels.Runtime.Funds;
using Microsoft.Extensions.DependencyInjection;

namespace ChatChannels.Micro;

/// <summary>An invented person's session with the sample fund, somewhere in the pre-registration.</summary>
internal static class Stand
{
    private static readonly DateTimeOffset Now = new(2026, 3, 5, 9, 0, 0, TimeSpan.Zero);

    public static Fund Fund { get; } = Load();

    public static Surroundings Surroundings { get; } = new(Now, new DateOnly(2026, 3, 5), Fund.Languages);

    /// <summary>Where the session stands after the dial and these answers. A case is opened when that is asked for.</summary>
    public static Session After(params IEnumerable<string> typed)
    {
        var session = Take(Begin(), new Input.Dialled([]));
        foreach (var answer in typed)
            session = Take(session, new Input.Said(answer));
        return session;
    }

    private static Session Take(Session session, Input input)
    {
        var step = ConversationEngine.Advance(session, input, Fund, Surroundings);
        return step.Effects.OfType<Effect.Perform>().Any() ? Take(step.Session, Opened()) : step.Session;
    }

    private static Input.Outcome Opened() => new("opened", ImmutableDictionary<string, string>.Empty
        .Add("case-number", "8865106002").Add("secret-code", "72863731"));

    private static Session Begin() => new()
    {
        Key = new SessionKey(Fund.Id, Channel.Ussd, "ATUid_1 +237650000011"),
        Address = new Address(Channel.Ussd, "+237650000011", Proof.Possessed),
        Language = Fund.Languages[0],
        StartedAt = Now,
        LastAt = Now,
    };

    private static Fund Load()
    {
        using var app = Composition.Build([]);
        return app.Services.GetRequiredService<FundDirectory>().Find(new FundId("cnps-cm"))!;
    }
}
