using System.Collections.Immutable;
using System.Globalization;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.Text;
using ChatChannels.Ussd.Screens;

namespace ChatChannels.Tests.Conversation.Engine;

/// <summary>Thousands of people typing anything at all: the engine never breaks, and every screen fits.</summary>
public sealed class RandomWalkTests
{
    private const int Walks = 400;
    private const int Turns = 60;
    private static readonly Fund Fund = Funds.Sample;
    private static readonly DateTimeOffset Now = new(2026, 3, 5, 9, 0, 0, TimeSpan.Zero);
    private static readonly UssdScreens Screens = new(TextLimits.Ussd);

    private static readonly ImmutableArray<string> Sayings =
    [
        "1", "1", "1", "1", "2", "2", "3", "4", "5", "12", "0", "00", "94", "94", "95", "96", "97", "98", "98", "98", "99", "", "*", "#",
        "NGONO", "Aline", "الفاسي", "14/03/1994", "٣١/٠٢/١٩٩٠", "05112031", "Yaoundé", "900000011", "aline@exemple.example",
        "650000001", "+212612345678", "85000", "OUI", "نعم", "France", "cam", "zzz", "\u202E\uD800x", new string('9', 500), "1234567897", "12345678",
    ];

    [Fact]
    public void Advance_AnythingTyped_NeverBreaksAndEveryScreenFits()
    {
        var seed = Environment.TickCount;
        for (var walk = 0; walk < Walks; walk++)
        {
            var chance = new Random(seed + walk);
            try
            {
                Walk(chance);
            }
            catch (Exception broken)
            {
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"Walk with seed {seed + walk} broke."), broken);
            }
        }
    }

    private static void Walk(Random chance)
    {
        Session? earlier = null;
        var typed = new List<string>();
        for (var call = 0; call < 3; call++)
        {
            var session = Begin(call);
            Input input = new Input.Dialled([], earlier, earlier is { LanguageChosen: true } ? earlier.Language : null);
            for (var turn = 0; turn < Turns && input is not Input.HungUp; turn++)
            {
                session = Take(session, input, chance);
                if (session.Life is Life.Ended or Life.Dropped)
                    break;
                input = Next(chance, typed);
            }

            earlier = session;
        }
    }

    private static Input Next(Random chance, List<string> typed)
    {
        if (chance.Next(40) == 0)
            return new Input.HungUp();
        var saying = Sayings[chance.Next(Sayings.Length)];
        typed.Add(saying);
        return new Input.Said(saying);
    }

    private static Session Take(Session session, Input input, Random chance)
    {
        var surroundings = new Surroundings(Now, DateOnly.FromDateTime(Now.DateTime), Fund.Languages);
        while (true)
        {
            var before = session;
            var step = ConversationEngine.Advance(session, input, Fund, surroundings);
            Assert.Equal(before, session);
            session = step.Session;
            if (step.Effects.OfType<Effect.Perform>().SingleOrDefault() is { } perform)
            {
                input = Outcome(perform, chance);
                continue;
            }

            return input is Input.HungUp ? session : Show(session, step);
        }
    }

    private static Session Show(Session session, Step step)
    {
        var prompt = Assert.Single(step.Effects.OfType<Effect.Show>()).Prompt;
        var screen = Screens.Render(prompt);
        Assert.True(TextLimits.Ussd.Fit(screen.Reply[4..]), $"{session} does not fit.");
        Assert.True(screen.Reply.Trim().Length > 4, $"{session} shows nothing.");
        Assert.Equal(prompt.Ends, session.Life is Life.Ended or Life.Dropped);
        return session with { Page = screen.Page, Pages = screen.Pages, Version = session.Version + 1 };
    }

    private static Input.Outcome Outcome(Effect.Perform perform, Random chance)
    {
        var signature = Funds.Contract.Action(perform.Action)!;
        ImmutableArray<string> exits = [.. signature.Exits, .. signature.Exits, Input.Outcome.Unavailable];
        var exit = exits[chance.Next(exits.Length)];
        var values = signature.AddedBy(exit).ToImmutableDictionary(name => name, _ => "1234567897", StringComparer.Ordinal);
        return new Input.Outcome(exit, values);
    }

    private static Session Begin(int call) => new()
    {
        Key = new SessionKey(Fund.Id, Channel.Ussd, call.ToString(CultureInfo.InvariantCulture)),
        Address = new Address(Channel.Ussd, "+237650000001", Proof.Possessed),
        Language = Fund.Languages[0],
        StartedAt = Now,
        LastAt = Now,
    };
}
