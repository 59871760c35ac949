using System.Collections.Immutable;
using System.Globalization;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Services.HandOvers;

namespace ChatChannels.Tests.Conversation.Engine;

/// <summary>Thousands of people in chats who ask for agents, and agents who do anything at any time: session and hand-over always agree.</summary>
public sealed class AgentWalkTests
{
    private const int Walks = 400;
    private const int Turns = 120;
    private static readonly Fund Fund = Funds.Sample;

    private static readonly ImmutableArray<string> Sayings = ["1", "1", "1", "2", "0", "00", "95", "97", "97", "97", "NGONO", "مرحبا", "12345678"];

    [Fact]
    public void Advance_AnythingDoneByPersonsAndAgents_KeepsSessionAndHandOverAtOne()
    {
        var (seed, met) = (Environment.TickCount, new HashSet<HandOverState>());
        for (var walk = 0; walk < Walks; walk++)
        {
            try
            {
                new Walker(new Random(seed + walk), met).Walk();
            }
            catch (Exception broken)
            {
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"Walk with seed {seed + walk} broke."), broken);
            }
        }

        Assert.Equal(Enum.GetValues<HandOverState>().Except([HandOverState.Bot]), met.Order());
    }

    private sealed class Walker(Random chance, HashSet<HandOverState> met)
    {
        private DateTimeOffset _now = new(2026, 3, 5, 9, 0, 0, TimeSpan.Zero);
        private HandOver? _handOver;

        public void Walk()
        {
            var session = Take(Begin(), new Input.Dialled([], Known: Fund.Languages[0]));
            for (var turn = 0; turn < Turns && session.Life is not (Life.Ended or Life.Dropped); turn++)
            {
                _now += TimeSpan.FromMinutes(chance.Next(8));
                session = Take(session, Next());
            }
        }

        private Input Next() => chance.Next(12) switch
        {
            0 => new Input.AgentTook("ada"),
            1 => new Input.AgentReplied("Bonjour"),
            2 => chance.Next(3) == 0 ? new Input.AgentReturned() : new Input.Looked(),
            3 => chance.Next(3) == 0 ? new Input.AgentMissed() : new Input.Looked(),
            4 when chance.Next(2) == 0 => new Input.Sent("5d0b1c1e", "image/png"),
            4 when chance.Next(8) == 0 => new Input.HungUp(),
            _ => new Input.Said(Sayings[chance.Next(Sayings.Length)]),
        };

        private Session Take(Session before, Input first)
        {
            var (session, input) = (before, first);
            while (true)
            {
                var step = ConversationEngine.Advance(session, input, Fund, new Surroundings(_now, DateOnly.FromDateTime(_now.DateTime), Fund.Languages) { ReachesAgents = true });
                session = step.Session;
                foreach (var moved in step.Effects.OfType<Effect.HandOver>())
                    Move(moved);
                if (step.Effects.OfType<Effect.Perform>().SingleOrDefault() is { } perform)
                {
                    input = Outcome(perform);
                    continue;
                }

                Check(before, first, session, step);
                return session with { Version = session.Version + 1 };
            }
        }

        private void Move(Effect.HandOver moved)
        {
            var current = moved.Trigger is HandOverTrigger.Ask ? Asked(moved.Id) : _handOver!;
            Assert.Equal(moved.Id, current.Id);
            _handOver = HandOverLife.Move(current, moved.Trigger, _now);
            Assert.NotNull(_handOver);
            met.Add(_handOver.State);
            Assert.Equal(moved.Trigger is HandOverTrigger.Write or HandOverTrigger.Say, moved.Words is not null);
        }

        private void Check(Session before, Input input, Session session, Step step)
        {
            Assert.Equal(_handOver is { EndedAt: null }, session.Agent is not null);
            Assert.Equal(_handOver is { State: HandOverState.Waiting }, session.Life is Life.AwaitingAgent);
            Assert.Equal(_handOver is { State: HandOverState.Agent }, session.Life is Life.WithAgent);
            if (before.Agent is null)
                return;
            Assert.Equal(before.Frames, session.Frames);
            Assert.Equal(before.Answers, session.Answers);
            if (before.Life is Life.WithAgent && input is Input.Said { Text: not Keys.Menu } && session.Life is Life.WithAgent)
                Assert.Empty(step.Effects.OfType<Effect.Show>());
            if (session.Agent is null && input is Input.AgentReturned or Input.Said { Text: Keys.Menu })
                Assert.Equal(before.ReturnTo, session.Life);
        }

        private Input.Outcome Outcome(Effect.Perform perform)
        {
            var signature = Funds.Contract.Action(perform.Action)!;
            ImmutableArray<string> exits = [.. signature.Exits, .. signature.Exits, Input.Outcome.Unavailable];
            var exit = exits[chance.Next(exits.Length)];
            return new Input.Outcome(exit, signature.AddedBy(exit).ToImmutableDictionary(name => name, _ => "1234567897", StringComparer.Ordinal));
        }

        private HandOver Asked(string id) => new()
        {
            Id = id,
            Session = Begin().Key,
            Address = Begin().Address,
            Way = "",
            Language = Fund.Languages[0],
            AskedAt = _now,
            Due = _now,
        };

        private Session Begin() => new()
        {
            Key = new SessionKey(Fund.Id, Channel.Web, "c"),
            Address = new Address(Channel.Web, "c"),
            Language = Fund.Languages[0],
            StartedAt = _now,
            LastAt = _now,
        };
    }
}
