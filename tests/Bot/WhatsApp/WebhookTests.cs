using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Localization;
using ChatChannels.Host.Replay;
using ChatChannels.Runtime.Funds;
using ChatChannels.Tests.Ussd;
using Microsoft.Extensions.DependencyInjection;

namespace ChatChannels.Tests.Bot.WhatsApp;

/// <summary>What the webhook makes of what comes.</summary>
public sealed class WebhookTests : IAsyncLifetime
{
    private ReplayHost _service = null!;
    private Meta _meta = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _meta = new Meta(_service = await ReplayHost.Start(Scene.Now));

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Theory]
    [InlineData("hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=" + GraphStandIn.AppSecret, HttpStatusCode.OK, "1158201444")]
    [InlineData("hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=another", HttpStatusCode.Forbidden, "")]
    [InlineData("hub.mode=subscribe&hub.challenge=1158201444", HttpStatusCode.Forbidden, "")]
    [InlineData("hub.mode=unsubscribe&hub.challenge=1158201444&hub.verify_token=" + GraphStandIn.AppSecret, HttpStatusCode.Forbidden, "")]
    [InlineData("hub.mode=subscribe&hub.verify_token=" + GraphStandIn.AppSecret, HttpStatusCode.Forbidden, "")]
    [InlineData("", HttpStatusCode.Forbidden, "")]
    public async Task Verify_Query_GivesTheChallengeBackToWhoKnowsTheWord(string query, HttpStatusCode status, string body)
    {
        using var response = await _service.Http.GetAsync(new Uri($"{Meta.Path}?{query}", UriKind.Relative), Stop);

        Assert.Equal((status, body), (response.StatusCode, await response.Content.ReadAsStringAsync(Stop)));
        if (status is HttpStatusCode.OK)
            Assert.Equal("text/plain", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Take_FirstWordsInFrench_OpensAndShowsTheMenuAsAList()
    {
        var language = Assert.Single(await _meta.Say("Bonjour"));
        var menu = Assert.Single(await _meta.Send(Meta.Message("wamid.touch", "interactive", Touch("button_reply", IdOf(language, 0)))));

        Assert.Equal(["Français", "العربية", "English"], Titles(language, "buttons"), StringComparer.Ordinal);
        Assert.Equal("whatsapp", (string?)menu["messaging_product"]);
        Assert.Equal("+" + Meta.Person, (string?)menu["to"]);
        Assert.Equal("list", (string?)menu["interactive"]!["type"]);
        Assert.Equal("Choisir", (string?)menu["interactive"]!["action"]!["button"]);
        Assert.Equal(["Pré-immatriculation", "Modifier / valider mon…", "Réédition du récépissé", "Mes demandes", "Aide", "Langue"], Titles(menu, "sections"), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Take_RowOfAList_GoesOnAsTyped()
    {
        await _meta.Say("Bonjour");
        var menu = Assert.Single(await _meta.Say("1"));
        var row = (string)menu["interactive"]!["action"]!["sections"]![0]!["rows"]![0]!["id"]!;

        await _meta.Send(Meta.Message("wamid.row", "interactive", Touch("list_reply", row)));

        Assert.Equal(("pre-registration", Life.InService), (_service.Store.Last!.Frames[0].Flow, _service.Store.Last.Life));
    }

    [Fact]
    public async Task Take_ButtonOfAnOlderScreen_ShowsThePresentOneAgain()
    {
        var old = Assert.Single(await _meta.Say("Bonjour"));
        var menu = Assert.Single(await _meta.Say("1"));

        var again = Assert.Single(await _meta.Send(Meta.Message("wamid.old", "interactive", Touch("button_reply", IdOf(old, 1)))));

        Assert.Equal(Meta.WordsOf(menu), Meta.WordsOf(again));
        Assert.Equal("fr", _service.Store.Last!.Language.Code);
    }

    [Fact]
    public async Task Take_SeveralValues_GoEachToItsFundAndUnknownOnesToNone()
    {
        var body = Meta.Body(
            Meta.Value("1", Meta.Text("wamid.a", "Bonjour", "212600000023")),
            Meta.Value("2", Meta.Text("wamid.b", "Bonjour")),
            Meta.Value("4711", Meta.Text("wamid.c", "Bonjour", "237650000012")));

        Assert.Equal(HttpStatusCode.OK, await _meta.Post(body));

        Assert.Equal(["cnops-ma +212600000023", "cnps-cm +237650000011"], _service.Store.Sessions.Select(session => $"{session.Key.Fund} {session.Address.Value}").Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.All(_service.Store.Sessions, session => Assert.Equal((Channel.WhatsApp, Proof.None), (session.Address.Channel, session.Address.Proof)));
    }

    [Fact]
    public async Task Take_CopiesInOnePayloadAndDaysLater_HaveOneEffect()
    {
        var first = Meta.Text("wamid.same", "Bonjour");
        var body = Meta.Body(Meta.Value(Meta.Number, first, first.DeepClone()), Meta.Value(Meta.Number, first.DeepClone()));

        Assert.Equal(HttpStatusCode.OK, await _meta.Post(body));
        Assert.Single(await _meta.Shown());
        await _meta.Say("1");
        _service.Clock.Pass(TimeSpan.FromDays(7));
        Assert.Equal(HttpStatusCode.OK, await _meta.Post(body));

        Assert.Empty(await _meta.Shown());
        Assert.Equal([1, 2], _service.Store.Sessions.Select(session => (int)session.Version));
    }

    [Fact]
    public async Task Take_OnePersonsMessages_InTheOrderTheyWereSent()
    {
        await _meta.Say("Bonjour");
        var body = Meta.Body(Meta.Value(Meta.Number,
            At(Meta.Text("wamid.3", "Ngono"), 3), At(Meta.Text("wamid.1", "1"), 0), At(Meta.Text("wamid.2", "1"), 1), At(Meta.Text("wamid.2b", "1"), 2)));

        Assert.Equal(HttpStatusCode.OK, await _meta.Post(body));

        Assert.Equal("NGONO", _service.Store.Last!.Answers["surname"]);
        Assert.Equal(4, (await _meta.Shown()).Count);
    }

    [Theory]
    [InlineData("audio")]
    [InlineData("video")]
    [InlineData("sticker")]
    [InlineData("location")]
    [InlineData("contacts")]
    [InlineData("order")]
    public async Task Take_WhatNoConversationUnderstands_SaysSoAndShowsTheScreenAgain(string type)
    {
        await _meta.Say("Bonjour");
        var menu = Assert.Single(await _meta.Say("1"));
        var message = Meta.Message("wamid.other", type, new JsonObject { ["id"] = "1" });

        var shown = await _meta.Send(message);
        var copy = await _meta.Send(message.DeepClone().AsObject());

        Assert.Equal([NotUnderstood(), Meta.WordsOf(menu)], shown.Select(Meta.WordsOf), StringComparer.Ordinal);
        Assert.Empty(copy);
    }

    [Theory]
    [InlineData("reaction")]
    [InlineData("system")]
    [InlineData("unsupported")]
    [InlineData("something-new")]
    public async Task Take_WhatAsksForNothing_GetsNothing(string type)
    {
        await _meta.Say("Bonjour");

        Assert.Empty(await _meta.Send(Meta.Message("wamid.silent", type, new JsonObject { ["emoji"] = "👍" })));

        Assert.Single(_service.Store.Sessions);
    }

    [Fact]
    public async Task Take_VoiceNoteAsFirstMessage_OpensTheConversation()
    {
        var shown = Assert.Single(await _meta.Send(Meta.Message("wamid.voice", "audio", new JsonObject { ["id"] = "1", ["voice"] = true })));

        Assert.Equal("Langue / Language / اللغة", Meta.WordsOf(shown));
    }

    [Fact]
    public async Task Take_PersonWithoutANumber_IsAnsweredByTheirIdAndHasNoPhone()
    {
        var message = Meta.Text("wamid.user", "Bonjour");
        message.Remove("from");
        message["from_user_id"] = "CM.4d5f6a7b8c";

        var shown = Assert.Single(await _meta.Send(message));

        Assert.Equal("CM.4d5f6a7b8c", (string?)shown["recipient"]);
        Assert.Null(shown["to"]);
        Assert.Null(_service.Store.Last!.Address.Phone);
    }

    [Fact]
    public async Task Take_PersonToldByTheContactAlone_IsThatContact()
    {
        var message = Meta.Text("wamid.contact", "Bonjour");
        message.Remove("from");
        var value = Meta.Value(Meta.Number, message);
        value["contacts"] = new JsonArray(new JsonObject { ["user_id"] = "CM.ENT.77", ["profile"] = new JsonObject { ["username"] = "ngono" } });

        Assert.Equal(HttpStatusCode.OK, await _meta.Post(Meta.Body(value)));

        Assert.Equal("CM.ENT.77", _service.Store.Last!.Address.Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"entry\":{}}")]
    [InlineData("{\"entry\":[null,1,{\"changes\":[{\"field\":\"messages\",\"value\":{\"metadata\":7}}]}]}")]
    [InlineData("{\"entry\":[{\"changes\":[{\"field\":\"messages\",\"value\":{\"metadata\":{\"phone_number_id\":\"2\"},\"messages\":[{},{\"id\":5},{\"id\":\"w\",\"from\":\"x\",\"type\":\"text\"},{\"id\":\"w\",\"from\":\"237650000011\",\"type\":\"text\",\"text\":{\"body\":\"\\ud83d\"}}],\"statuses\":[{},7]}}]}]}")]
    public async Task Take_SignedAndOdd_IsPassedOver(string body)
    {
        var status = await _meta.Post(Encoding.UTF8.GetBytes(body));

        Assert.Equal(body.Length == 0 ? HttpStatusCode.BadRequest : HttpStatusCode.OK, status);
        Assert.Empty(_service.Store.Sessions);
    }

    private static JsonObject At(JsonObject message, int second)
    {
        message["timestamp"] = (Scene.Now.ToUnixTimeSeconds() + second).ToString(CultureInfo.InvariantCulture);
        return message;
    }

    private static JsonObject Touch(string type, string id) => new() { ["type"] = type, [type] = new JsonObject { ["id"] = id, ["title"] = "…" } };

    private static string IdOf(JsonObject screen, int button) => (string)screen["interactive"]!["action"]!["buttons"]![button]!["reply"]!["id"]!;

    private static IEnumerable<string> Titles(JsonObject screen, string kind) => kind is "buttons"
        ? screen["interactive"]!["action"]!["buttons"]!.AsArray().Select(button => (string)button!["reply"]!["title"]!)
        : screen["interactive"]!["action"]!["sections"]![0]!["rows"]!.AsArray().Select(row => (string)row!["title"]!);

    private string NotUnderstood() => _service.Services.GetRequiredService<FundDirectory>().Find(Scene.Fund)!.Texts.Plain(Language.French, CommonTexts.NotUnderstood);
}
