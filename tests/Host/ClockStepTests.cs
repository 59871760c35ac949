using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using ChatChannels.Conversation.Engine;
using ChatChannels.Host.Replay;
using ChatChannels.Tests.Bot.DirectLine;
using ChatChannels.Tests.Runtime.Turns;
using ChatChannels.Tests.Ussd;

namespace ChatChannels.Tests.Host;

/// <summary>
/// The clock is set forward or back, by minutes or by a day, while people dial, chat and open pages: nobody is refused for it, and nobody
/// gets more than before. The limits are those of the sample settings.
/// </summary>
public sealed class ClockStepTests
{
    private static readonly string[] Usual =
    [
        "--Ussd:Limits:HopsPerMinute", "240", "--Ussd:Limits:SessionsPerHour", "60", "--Ussd:Limits:OpenPerPhone", "10",
        "--Ussd:Limits:Open", "200", "--Ussd:Limits:GatewayPerSecond", "50000",
        "--Bot:DirectLine:StartsPerMinute", "600", "--Bot:DirectLine:PostsPerMinute", "120", "--Pages:RequestsPerMinute", "600",
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<int> Minutes => [-24 * 60, -10, -2, 10, 24 * 60];

    [Theory]
    [MemberData(nameof(Minutes))]
    public async Task Clock_Set_NobodyIsRefused(int minutes)
    {
        await using var service = await ReplayHost.Start(Scene.Now, Usual);
        Assert.Empty(await Refused(service, 1));

        service.Clock.Set(TimeSpan.FromMinutes(minutes));
        Assert.Empty(await Refused(service, 2));

        service.Clock.Set(TimeSpan.FromMinutes(-minutes));
        Assert.Empty(await Refused(service, 3));
    }

    [Theory]
    [MemberData(nameof(Minutes))]
    public async Task Clock_Set_NobodyGetsMore(int minutes)
    {
        await using var service = await ReplayHost.Start(Scene.Now, "--Ussd:Limits:OpenPerPhone", "3");
        Line Call(int session) => new(service.Http) { Session = $"ATUid_{session}" };
        for (var session = 0; session < 3; session++)
            Assert.StartsWith("CON ", await Call(session).Hop(""), StringComparison.Ordinal);

        service.Clock.Set(TimeSpan.FromMinutes(minutes));
        Replies.AssertIs(service, "fr", CommonTexts.Limit, await Call(4).Hop(""));
        service.Clock.Set(TimeSpan.FromMinutes(-minutes));
        Replies.AssertIs(service, "fr", CommonTexts.Limit, await Call(5).Hop(""));

        service.Clock.Pass(TimeSpan.FromMinutes(1));
        Assert.StartsWith("CON ", await Call(6).Hop(""), StringComparison.Ordinal);
    }

    /// <summary>Twenty phones dial and type, a chat begins and speaks, a page is opened: what was refused.</summary>
    private static async Task<IReadOnlyList<string>> Refused(ReplayHost service, int round)
    {
        var refused = new List<string>();
        for (var phone = 0; phone < 20; phone++)
        {
            var line = new Line(service.Http)
            {
                Session = string.Create(CultureInfo.InvariantCulture, $"ATUid_{round}_{phone}"),
                Phone = string.Create(CultureInfo.InvariantCulture, $"+2376500001{phone:00}"),
            };
            refused.AddRange(new[] { await line.Hop(""), await line.Type("1") }.Where(screen => !screen.StartsWith("CON ", StringComparison.Ordinal)));
        }

        var chat = new ChatLine(service.Http) { Credential = ReplayHost.ChatSecretOf(new("cnps-cm")) };
        var started = await chat.Start();
        var said = await chat.Post(new JsonObject { ["type"] = "message", ["text"] = "1" });
        refused.AddRange(new[] { started.Status, said.Status }.Where(status => status is not (HttpStatusCode.OK or HttpStatusCode.Created)).Select(status => $"chat {status}"));
        using var page = await service.Http.GetAsync(new Uri("/cases/1234567897?lang=en", UriKind.Relative), Stop);
        return page.IsSuccessStatusCode ? refused : [.. refused, $"page {page.StatusCode}"];
    }
}
