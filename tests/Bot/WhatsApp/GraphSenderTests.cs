using System.Text.Json.Nodes;
using ChatChannels.Bot.WhatsApp;
using ChatChannels.Bot.WhatsApp.Sending;
using ChatChannels.Conversation.Localization;
using ChatChannels.Host.Replay;
using ChatChannels.Runtime.Delivery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ChatChannels.Tests.Bot.WhatsApp;

/// <summary>What the sender promises whatever the Graph API answers.</summary>
public sealed class GraphSenderTests : SenderTest
{
    private const string TwoParts = """[{"type":"text","text":{"body":"1"}},{"type":"text","text":{"body":"2"}}]""";

    private static readonly (SendResult Result, int[] Codes)[] Codes =
    [
        (SendResult.TryLater, [0, 3, 10, 190, 200, 299]),
        (SendResult.TryLater, [4, 80007, 130429, 131056, 131048]),
        (SendResult.TryLater, [1, 2, 131000, 131016, 131057]),
        (SendResult.Refused, [131026, 131021, 131030, 131049, 131050, 130403, 130497]),
        (SendResult.Refused, [131047, 132000, 132001, 132005, 132007, 132012, 132015, 132016]),
        (SendResult.Refused, [100, 131008, 131009, 131051, 131052, 131053]),
        (SendResult.TryLater, [368, 131031, 131042, 133010]),
        (SendResult.TryLater, [999_999]),
    ];

    [Fact]
    public async Task Send_Screen_IsPostedAsGraphTakesIt()
    {
        var message = Screen();

        Assert.Equal(SendResult.Accepted, await Sender.Send(message, Stop));

        var (path, authorization, posted) = Assert.Single(Graph.Posted);
        Assert.Equal(("/v26.0/2/messages", $"Bearer {GraphStandIn.AppSecret}"), (path, authorization));
        Assert.Equal(
            $$$"""{"messaging_product":"whatsapp","recipient_type":"individual","to":"{{{message.To}}}","biz_opaque_callback_data":"{{{message.Id:N}}}.0","type":"text","text":{"body":"Bonjour"}}""",
            posted.ToJsonString(Json.Relaxed));
    }

    [Fact]
    public async Task Send_EachCode_IsTriedAgainOrNot()
    {
        var wrong = new List<string>();
        foreach (var (expected, code) in Codes.SelectMany(row => row.Codes.Select(code => (row.Result, code))))
        {
            Graph.Answers.Enqueue(FakeGraph.Error(code, code % 2 == 0 ? 400 : 500));
            var result = await Sender.Send(Screen(To(code % 1000)), Stop);
            if (result != expected || !Graph.Answers.IsEmpty)
                wrong.Add($"{code}: {result}");
            Service.Clock.Pass(TimeSpan.FromHours(1));
        }

        Assert.Empty(wrong);
        Assert.DoesNotContain(Told, line => line.Contains("+237", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(503, SendResult.TryLater, 2)]
    [InlineData(429, SendResult.TryLater, 2)]
    [InlineData(401, SendResult.TryLater, 2)]
    [InlineData(502, SendResult.Accepted, 1)]
    [InlineData(200, SendResult.Accepted, 1)]
    public async Task Send_AnswerWithoutACode_IsRepeatedOnlyWhereItWasSurelyNotTaken(int status, SendResult expected, int posts)
    {
        var message = Screen();
        Graph.Answers.Enqueue(FakeGraph.Status(status));

        Assert.Equal(expected, await Sender.Send(message, Stop));
        Assert.Equal(SendResult.Accepted, await Sender.Send(message, Stop));

        Assert.Equal(posts, Graph.Posted.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Send_NobodyKnowsWhetherAScreenWasTaken_IsNotSentAgainAndTheRestIs(bool hangs)
    {
        var message = Screen(payload: TwoParts);
        Graph.Answers.Enqueue(hangs ? FakeGraph.Hang : FakeGraph.LoseTheLine);

        Assert.Equal(SendResult.Accepted, await Sender.Send(message, Stop));
        Assert.Equal(SendResult.Accepted, await Sender.Send(message, Stop));

        Assert.Equal("1 2", Bodies());
        Assert.Equal(2, Told.Count);
    }

    [Fact]
    public async Task Send_NobodyKnowsWhetherANoticeWasTaken_IsSentAgain()
    {
        var notice = Notice();
        Graph.Answers.Enqueue(FakeGraph.LoseTheLine);

        Assert.Equal(SendResult.TryLater, await Sender.Send(notice, Stop));
        Assert.Equal(SendResult.Accepted, await Sender.Send(notice, Stop));
        Assert.Equal(SendResult.Accepted, await Sender.Send(notice, Stop));

        Assert.Equal(2, Graph.Posted.Count);
    }

    [Fact]
    public async Task Send_GraphIsNotThere_IsTriedAgain()
    {
        var message = Screen();
        await using var service = await Host("--Bot:WhatsApp:GraphUrl", "http://127.0.0.1:9/");

        Assert.Equal(SendResult.TryLater, await service.Services.GetServices<ISender>().OfType<GraphSender>().Single().Send(message, Stop));
        Assert.Null(await service.Services.GetRequiredService<IDispatchLog>().Begin(new Dispatch(message.Id, 0), message.At, Stop));
    }

    [Fact]
    public async Task Send_SecondPartRefusedForNow_GoesOnBehindTheFirst()
    {
        var message = Screen(payload: TwoParts);
        Graph.Answers.Enqueue(http => http.Response.WriteAsync("""{"messages":[{"id":"wamid.x"}]}""", Stop));
        Graph.Answers.Enqueue(FakeGraph.Error(131016));

        Assert.Equal(SendResult.TryLater, await Sender.Send(message, Stop));
        Assert.Equal(SendResult.Accepted, await Sender.Send(message, Stop));

        Assert.Equal("1 2 2", Bodies());
    }

    [Fact]
    public async Task Send_BehindOneThatMustWait_WaitsToo()
    {
        var (first, second) = (Screen(), Screen() with { At = Screen().At.AddSeconds(1) });
        Graph.Answers.Enqueue(FakeGraph.Error(131016));

        Assert.Equal(SendResult.TryLater, await Sender.Send(first, Stop));
        Assert.Equal(SendResult.TryLater, await Sender.Send(second, Stop));
        Assert.Equal(SendResult.Accepted, await Sender.Send(Screen(To(1)), Stop));
        Assert.Equal(SendResult.Accepted, await Sender.Send(first, Stop));
        Assert.Equal(SendResult.Accepted, await Sender.Send(second, Stop));

        Assert.Equal(4, Graph.Posted.Count);
    }

    [Fact]
    public async Task Send_TooManyToOnePerson_LetsThatPersonRest()
    {
        var message = Screen();
        Graph.Answers.Enqueue(FakeGraph.Error(131056));

        Assert.Equal(SendResult.TryLater, await Sender.Send(message, Stop));
        Service.Clock.Pass(TimeSpan.FromSeconds(5));
        Assert.Equal(SendResult.TryLater, await Sender.Send(message, Stop));
        Assert.Single(Graph.Posted);
        Service.Clock.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(SendResult.Accepted, await Sender.Send(message, Stop));
    }

    [Fact]
    public async Task Send_TooManyByTheNumber_LetsTheNumberRest()
    {
        Graph.Answers.Enqueue(FakeGraph.Error(130429));

        Assert.Equal(SendResult.TryLater, await Sender.Send(Screen(), Stop));
        Assert.Equal(SendResult.TryLater, await Sender.Send(Screen(To(2)), Stop));
        Assert.Single(Graph.Posted);
        Service.Clock.Pass(TimeSpan.FromSeconds(10));
        Assert.Equal(SendResult.Accepted, await Sender.Send(Screen(To(2)), Stop));
    }

    [Fact]
    public async Task Send_NoticeToWhoWroteLately_IsPlain()
    {
        await Meta.Say("Bonjour");
        Graph.Posted.Clear();

        Assert.Equal(SendResult.Accepted, await Sender.Send(Notice(), Stop));

        Assert.Equal("Votre dossier\n\nest prêt.", (string?)Assert.Single(Graph.Posted).Message["text"]!["body"]);
    }

    [Fact]
    public async Task Send_NoticeAfterTheWindow_IsByTemplate()
    {
        await Meta.Say("Bonjour");
        Graph.Posted.Clear();
        Service.Clock.Pass(TimeSpan.FromHours(24));

        Assert.Equal(SendResult.Accepted, await Sender.Send(Notice(), Stop));

        AssertTemplate(Assert.Single(Graph.Posted).Message);
    }

    [Fact]
    public async Task Send_NoticeThatTheWindowRefuses_IsByTemplateAtOnce()
    {
        await Meta.Say("Bonjour");
        Graph.Answers.Enqueue(FakeGraph.Error(131047));

        Assert.Equal(SendResult.Accepted, await Sender.Send(Notice(), Stop));

        AssertTemplate(Graph.Posted.Last().Message);
    }

    [Fact]
    public async Task Send_NoticeInALanguageWithoutATemplate_IsRefused()
    {
        Assert.Equal(SendResult.Refused, await Sender.Send(Notice() with { Language = Language.Arabic }, Stop));

        Assert.Empty(Graph.Posted);
    }

    private static void AssertTemplate(JsonObject message) => Assert.Equal(
        """{"name":"avis","language":{"code":"fr"},"components":[{"type":"body","parameters":[{"type":"text","text":"Votre dossier est prêt."}]}]}""",
        message["template"]!.ToJsonString(Json.Relaxed));

    private string Bodies() => string.Join(' ', Graph.Posted.Select(posted => (string)posted.Message["text"]!["body"]!));
}
