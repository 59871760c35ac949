using System.Net;
using System.Text;
using ChatChannels.Host.Replay;
using ChatChannels.Hostility;
using ChatChannels.Runtime.Delivery;
using ChatChannels.Runtime.Processing;
using ChatChannels.Runtime.Storage;
using ChatChannels.Services;
using ChatChannels.Services.Cases;
using ChatChannels.Tests.Runtime.Storage;
using ChatChannels.Tests.Ussd;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ChatChannels.Tests.Hostile;

/// <summary>
/// One person's data goes through every flow and every failure; none of it may be found in logs, traces, refusals, pages
/// without the code, the database with all that is beside it, or a backup (promise 19).
/// </summary>
public sealed class CanaryTests
{
    private const string Phone = "+237650918273";
    private const string FreeText = "Confession du pangolin";
    private const string ArabicText = "اعتراف البنغول";

    private static readonly string[] Answers =
    [
        "1", "1", "1", "ZEPHIRINA-QUOKKA", "Ondine Wapiti", "2", "17/08/1983", "Mbalmayoville", "QUETZAL Anselme", "NUMBAT Philomène", "1", "900731846", "23/11/2031",
        "2", "6 80 91 72 63", "ondine.wapiti@exemple.example", "2", "Nkongsambara", "Derrière le baobab creux", "1", "Filature Okapi", "94", "05/09/2025",
    ];

    /// <summary>What was typed, but for choices and keys; and the phone without its country, as it is shown.</summary>
    private static IEnumerable<string> Canaries => [.. Answers.Where(answer => answer.Length > 2), "680917263", Phone[4..], FreeText, ArabicText];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(StorageKind.Sqlite)]
    [InlineData(StorageKind.Postgres)]
    public async Task Canaries_ThroughEveryFlowAndFailure_AreFoundNowhere(StorageKind kind)
    {
        var database = kind is StorageKind.Postgres ? await PostgresServer.Create() : null;
        using var overheard = new Overheard();
        try
        {
            var gate = new SlowStore.Gate();
            await using var service = await ReplayHost.Start(
                Scene.Now,
                builder =>
                {
                    builder.Logging.AddProvider(overheard);
                    SlowStore.Put(builder, gate);
                },
                [.. Overheard.Settings, .. database is null ? [] : new[] { "--Storage:Kind", "Postgres", "--Storage:ConnectionString", database }]);
            await new Life(service, gate, overheard).Play();
        }
        finally
        {
            if (database is not null)
                await PostgresServer.Drop(database);
        }
    }

    private sealed class Life(ReplayHost service, SlowStore.Gate gate, Overheard overheard)
    {
        private readonly List<(string Place, byte[] Content)> _public = [];
        private string _number = "";
        private string _code = "";

        public async Task Play()
        {
            await File();
            await ComeBack();
            await OpenByCode();
            await Misuse();
            await VisitPages();
            await Process();
            var sediment = await Sediment.Of(service, Stop);
            await Fall();
            Search(sediment);
        }

        /// <summary>Every hop fails once before it succeeds.</summary>
        private async Task File()
        {
            var line = new Line(service.Http) { Phone = Phone };
            await line.Hop("");
            foreach (var answer in Answers)
            {
                gate.Break("the disk is full");
                Keep("trouble", await line.Type(answer));
                gate.Heal();
                Assert.StartsWith("CON ", await line.Again(), StringComparison.Ordinal);
            }

            var receipt = service.Store.Last!.Answers;
            (_number, _code) = (receipt[CaseAccess.NumberAnswer]!, receipt[CaseAccess.CodeAnswer]!);
            service.Actions.Let("validate-case", fail: true);
            await Walk.Confirm(line);
            service.Actions.Let("validate-case", fail: false);
            Assert.StartsWith("END ", await line.Type("1"), StringComparison.Ordinal);
        }

        /// <summary>A second person is lost on the way, and proves to be the same, at the second try.</summary>
        private async Task ComeBack()
        {
            var line = new Line(service.Http) { Phone = "+237650918274", Session = "ATUid_2" };
            await line.Hop("");
            foreach (var answer in Answers[..8].Append(FreeText).Append(ArabicText))
                await line.Type(answer);
            await line.End("Incomplete");
            var again = new Line(service.Http) { Phone = line.Phone, Session = "ATUid_3" };
            Keep("offer to go on", await again.Hop(""));
            Keep("proof", await again.Type("1"));
            Keep("wrong proof", await again.Type("01/01/1951"));
            Assert.StartsWith("CON ", await again.Type("17/08/1983"), StringComparison.Ordinal);
            await again.Type("95");
            await again.Type("1");
        }

        private async Task OpenByCode()
        {
            foreach (var (session, code) in new[] { ("ATUid_4", "11112222"), ("ATUid_5", _code) })
            {
                var line = new Line(service.Http) { Phone = "+237650000002", Session = session };
                await line.Hop("");
                foreach (var answer in new[] { "1", "2", _number, code })
                    await line.Type(answer);
            }

            Assert.Contains(service.Store.TakeChanges(), change => change is Change.Record { Fact.Fact: "case-read" });
        }

        /// <summary>The person's data in requests that are refused.</summary>
        private async Task Misuse()
        {
            var text = Uri.EscapeDataString(string.Join('*', Answers));
            var good = $"sessionId=s&phoneNumber={Uri.EscapeDataString(Phone)}&serviceCode=*237*1%23&text={text}";
            foreach (var (body, type, path) in new[]
            {
                ($"{good}&text={text}", Form, Open), (good, "application/json", Open), ($"{good}%C3%28", Form, Open), ($"{good}&phoneNumber={text}", Form, Open),
                ($"{good}&sessionId={text}", Form, Open), (good + new string('1', 17_000), Form, Open), (good, Form, $"{Open}/nobody"), (good, Form, $"{Open}/events/x"),
                (good.Replace("*237*1", "*999", StringComparison.Ordinal), Form, Open),
            })
            {
                using var refused = await Line.PostRaw(service.Http, Encoding.UTF8.GetBytes(body), type, path);
                Assert.InRange((int)refused.StatusCode, 400, 499);
                await Keep(path, refused);
            }
        }

        private const string Form = "application/x-www-form-urlencoded";
        private const string Open = "/ussd/africastalking";

        private async Task VisitPages()
        {
            foreach (var door in new[] { "receipts", "cases" })
            {
                using var asked = await service.Http.GetAsync(new Uri($"/{door}/{_number}", UriKind.Relative), Stop);
                await Keep(door, asked);
                using var wrong = await Post($"/{door}/{_number}", "11112222");
                await Keep(door, wrong);
                using var right = await Post($"/{door}/{_number}", _code);
                Assert.Contains("QUOKKA", await right.Content.ReadAsStringAsync(Stop), StringComparison.OrdinalIgnoreCase);
                using var broken = await Post($"/{door}/{_number}x", _code);
                await Keep(door, broken);
            }
        }

        private async Task Process()
        {
            Assert.Equal(1, await service.Services.GetRequiredService<ProcessingRun>().Pass(Stop));
            await service.Services.GetRequiredService<Courier>().Round(Stop);
            foreach (var probe in new[] { "/health/live", "/health/ready" })
            {
                using var health = await service.Http.GetAsync(new Uri(probe, UriKind.Relative), Stop);
                await Keep(probe, health);
            }
        }

        /// <summary>Nothing is left to stand on: what is said then.</summary>
        private async Task Fall()
        {
            await service.Services.GetRequiredService<Storehouse>().DisposeAsync();
            var line = new Line(service.Http) { Phone = Phone, Session = "ATUid_9" };
            Keep("fall", await line.Hop(string.Join('*', Answers)));
            using var page = await Post($"/cases/{_number}", _code);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
            await Keep("fallen page", page);
            using var health = await service.Http.GetAsync(new Uri("/health/ready", UriKind.Relative), Stop);
            await Keep("fallen health", health);
        }

        private void Search(IReadOnlyList<(string Place, byte[] Content)> sediment)
        {
            var matricule = service.Store.TakeChanges().OfType<Change.RegisterMember>().Single().Member.Number;
            var scan = new CanaryScan([.. Canaries, _code, matricule]);
            var said = overheard.Lines.ToList();

            // The places are those that are meant: what may be there is there.
            var number = new CanaryScan([_number]);
            Assert.Contains(sediment, part => number.Find(part.Place, part.Content) is not null);
            Assert.Contains(said, line => line.Contains("the disk is full", StringComparison.Ordinal));
            Assert.Contains(said, line => line.Contains("/receipts/{caseNumber}", StringComparison.Ordinal));
            Assert.Contains(_public, part => part.Content.Length > 0);

            Assert.Empty(sediment.Concat(_public).Select(part => scan.Find(part.Place, part.Content)).OfType<string>());
            Assert.Empty(said.Select(line => scan.Find("log", line)).OfType<string>().Distinct(StringComparer.Ordinal));
        }

        private Task<HttpResponseMessage> Post(string path, string code) => service.Http.PostAsync(
            new Uri(path, UriKind.Relative), new FormUrlEncodedContent([KeyValuePair.Create("code", code)]), Stop);

        private void Keep(string place, string reply) => _public.Add((place, Encoding.UTF8.GetBytes(reply)));

        private async Task Keep(string place, HttpResponseMessage response) =>
            Keep(place, $"{response.Headers} {response.Content.Headers} {await response.Content.ReadAsStringAsync(Stop)}");
    }
}
