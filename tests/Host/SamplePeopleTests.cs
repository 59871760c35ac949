using System.Text.RegularExpressions;
using ChatChannels.Host.Replay;
using ChatChannels.Runtime.Funds;
using ChatChannels.Simulator;
using ChatChannels.Simulator.World;
using ChatChannels.Tests.Ussd;
using Microsoft.Extensions.DependencyInjection;

namespace ChatChannels.Tests.Host;

/// <summary>The cards of the sample people, played as the simulator's button plays them: each answer fits, and each card comes to its end.</summary>
public sealed partial class SamplePeopleTests(ITestOutputHelper output)
{
    private const int MostHops = 200;

    private static readonly TimeSpan Thought = TimeSpan.FromSeconds(2);

    private static readonly FundFolder Folder = new(Repository.PathOf("funds"));

    public static TheoryData<string, int> Cards
    {
        get
        {
            var cards = new TheoryData<string, int>();
            foreach (var fund in Folder.Names)
                for (var person = 0; person < CountOf(fund); person++)
                    cards.Add(fund, person);
            return cards;
        }
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Cards))]
    public async Task Card_PlayedAnswerByAnswer_ComesToItsEnd(string fund, int person)
    {
        await using var service = await ReplayHost.Start(Scene.Now);
        var world = service.Services.GetRequiredService<ISimulatorWorld>();
        var card = world.People(fund)[person];
        var (call, played, hops) = (0, 0, 0);
        while (played < card.Answers.Count)
        {
            var line = new Line(service.Http) { Phone = card.Phone, Code = Assert.Single(world.Funds, each => string.Equals(each.Id, fund, StringComparison.Ordinal)).ServiceCodes[0], Session = $"ATUid_{++call}" };
            var screen = await line.Hop("");
            while (screen.StartsWith("CON ", StringComparison.Ordinal))
            {
                Assert.True(++hops < MostHops, $"{fund} {person} goes on for ever:\n{screen}");
                var (typed, now) = await Next(world, card, await world.StandAsync(fund, card.Phone, Stop), played);
                Assert.True(typed is not null, $"{fund} {person} has no answer behind {played}:\n{screen}");
                output.WriteLine($"{screen}\n> {typed}");
                played = now;
                service.Clock.Pass(Thought);
                screen = await line.Type(typed);
                Assert.DoesNotMatch(@"\((référence|reference|المرجع|مرجع) [0-9]{6}\)", screen); // an incident
            }

            output.WriteLine(screen);
            Assert.StartsWith("END ", screen, StringComparison.Ordinal);
        }
    }

    /// <summary>What the button types, and how many answers of the card are played then.</summary>
    private static async Task<(string? Typed, int Played)> Next(ISimulatorWorld world, SamplePerson card, SimulatedStand stand, int played)
    {
        if (stand.Key is not null)
            return (stand.Key, played);
        var answers = card.Answers.Index().Where(answer => string.Equals(answer.Item.Ask, stand.Ask, StringComparison.Ordinal)).ToList();
        if (answers.Count > 0)
        {
            var (place, answer) = answers.Find(answer => answer.Index >= played) is { Item: not null } ahead ? ahead : answers[0];
            return (answer.Value, Math.Max(played, place + 1));
        }

        return (stand.AwaitsCode ? await Code(world) : null, played);
    }

    private static async Task<string?> Code(ISimulatorWorld world)
    {
        var texts = (await world.MessagesAsync(Stop)).Select(message => SentCode().Match(message.Text));
        return texts.FirstOrDefault(match => match.Success)?.Value is { } code ? string.Concat(code.Where(char.IsAsciiDigit)) : null;
    }

    private static int CountOf(string fund) =>
        File.ReadLines(Path.Combine(Folder.Path, fund, "sample", "people.yaml")).Count(line => line.StartsWith("  - title:", StringComparison.Ordinal));

    [GeneratedRegex(@"(?<!\d)(?<!\d[ \u00a0])\d{4}[ \u00a0]?\d{4}(?!\d)(?![ \u00a0]\d)", RegexOptions.None, 1000)]
    private static partial Regex SentCode();
}
