using System.Net;
using System.Text;
using ChatChannels.Host.Replay;
using ChatChannels.Services;
using ChatChannels.Tests.Scripts;

namespace ChatChannels.Tests.Bot.Connector;

/// <summary>What the channels of the Bot Framework send in their own ways, and can show.</summary>
public sealed class ChannelTests
{
    private static readonly CompositeFormat Template = CompositeFormat.Parse(
        """
        {{{0},"id":"{1}","channelId":"{2}","serviceUrl":"SERVICE","locale":"fr-FR","deliveryMode":"expectReplies","somethingNew":{{"a":[1,null]}},
        "conversation":{{"id":"c","tenantId":"t"}},"from":{{"id":"ada","aadObjectId":"x"}},"recipient":{{"id":"bot-1","name":"CNPS"}}}}
        """);

    private int _said;

    [Theory]
    [InlineData("msteams")]
    [InlineData("slack")]
    [InlineData("sms")]
    [InlineData("twilio-sms")]
    [InlineData("email")]
    [InlineData("alexa")]
    [InlineData("groupme")]
    public async Task Choices_WithoutSuggestedActions_StandInTheTextAndAreTypedByNumber(string channel)
    {
        await using var line = await BotLine.Start(channel);

        var menu = Assert.Single(await line.Say(Message(channel, "bonjour")));
        var next = Assert.Single(await line.Say(Message(channel, "1")));

        Assert.Contains("\n\n1. Pré-immatriculation\n2. Modifier / valider mon dossier\n", (string?)menu["text"], StringComparison.Ordinal);
        Assert.Contains("\n\n97. Aide\n96. Langue", (string?)menu["text"], StringComparison.Ordinal);
        Assert.Equal((null, null, null), (menu["suggestedActions"], menu["attachments"], menu["channelData"]));
        Assert.StartsWith("Vous êtes", (string?)next["text"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("webchat")]
    [InlineData("emulator")]
    [InlineData("of-our-own")]
    public async Task Choices_WithSuggestedActions_AreButtonsAlone(string channel)
    {
        await using var line = await BotLine.Start(channel);

        var menu = Assert.Single(await line.Say(Message(channel, "bonjour")));

        Assert.DoesNotContain("1. ", (string?)menu["text"], StringComparison.Ordinal);
        Assert.Equal("Pré-immatriculation", (string?)menu["suggestedActions"]!["actions"]![0]!["title"]);
    }

    [Fact]
    public async Task Replies_HaveIds_TheSameForACopyAndElseOthers()
    {
        await using var line = await BotLine.Start("webchat");
        var said = Message("webchat", "bonjour");

        var ids = new List<string?>();
        foreach (var message in new[] { said, said, Message("webchat", "1"), Message("webchat", "0") })
            ids.Add((string?)Assert.Single(await line.Say(message))["id"]);
        await line.Say(Message("webchat", "1").Replace("expectReplies", "normal", StringComparison.Ordinal));

        Assert.All(ids, id => Assert.False(string.IsNullOrEmpty(id)));
        Assert.Equal(ids[0], ids[1]);
        Assert.Equal(3, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.DoesNotContain((string?)Assert.Single(await line.Delivered())["id"], ids, StringComparer.Ordinal);
    }

    /// <summary>As Teams, Skype and Slack write them.</summary>
    [Theory]
    [InlineData("""\r\n<at>CNPS</at> 1\r\n""", """[{"type":"mention","mentioned":{"id":"bot-1","name":"CNPS"},"text":"<at>CNPS</at>"}]""")]
    [InlineData("""<at id=\"28:bot-1\">CNPS</at>  1""", """[{"type":"mention","mentioned":{"id":"bot-1"},"text":"<at id=\"28:bot-1\">CNPS</at>"}]""")]
    [InlineData("""<at>CNPS</at>\u00a01""", """[{"type":"clientInfo","locale":"fr-FR"},{"type":"mention"}]""")]
    [InlineData("""<AT>CNPS & moi</AT> 1 <at>Ada</at>""", """[]""")]
    [InlineData("""@cnps 1""", """[{"type":"mention","mentioned":{"id":"bot-1"},"text":"@CNPS"}]""")]
    [InlineData("""1""", """[{"type":"mention","mentioned":null,"text":7},null,3]""")]
    [InlineData("""1""", """{"type":"mention"}""")]
    public async Task Mention_IsNoPartOfWhatWasSaid(string text, string entities)
    {
        await using var line = await BotLine.Start("msteams");
        await line.Say(Message("msteams", "bonjour"));

        var answer = await line.Say(Whole("msteams", $$""" "type":"message","text":"{{text}}","entities":{{entities}} """));

        Assert.StartsWith("Vous êtes", (string?)Assert.Single(answer)["text"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(""" "type":"message","value":"1" """)]
    [InlineData(""" "type":"message","value":1 """)]
    [InlineData(""" "type":"message","text":"","value":"1" """)]
    [InlineData(""" "type":"message","text":null,"value":{"button":"1:1"} """)]
    [InlineData(""" "TYPE":"message","Text":"1" """)]
    [InlineData(""" "Type":"message","VALUE":"1","channeldata":{"postBack":true} """)]
    public async Task ValueAlone_AndNamesInAnyCase_AreAMessage(string more)
    {
        await using var line = await BotLine.Start("webchat");
        await line.Say(Message("webchat", "bonjour"));

        Assert.StartsWith("Vous êtes", (string?)Assert.Single(await line.Say(Whole("webchat", more)))["text"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(""" "type":"message","value":{"foo":"bar"} """)]
    [InlineData(""" "type":"message","value":{"button":"\ud800"} """)]
    [InlineData(""" "type":"message","value":true """)]
    [InlineData(""" "type":"message" """)]
    [InlineData(""" "type":"message","text":"<at>CNPS</at>" """)]
    public async Task ValueThatIsNotUnderstood_ShowsTheScreenAgain(string more)
    {
        await using var line = await BotLine.Start("webchat");
        var menu = Assert.Single(await line.Say(Message("webchat", "bonjour")));

        Assert.Equal((string?)menu["text"], (string?)Assert.Single(await line.Say(Whole("webchat", more)))["text"]);
    }

    [Fact]
    public async Task InlinePhoto_OfHundredsOfKilobytes_IsKept()
    {
        await using var line = await BotLine.Start("webchat");
        await line.Say(Message("webchat", "bonjour"));
        foreach (var said in ScriptedAnswers.UntilAFile("cnps-cm/paper-sent.fr.web.chat"))
            await line.Say(Message("webchat", said.Trim('[', ']')));
        line.Bot.Store.TakeChanges();
        byte[] photo = [.. SampleFiles.Photo, .. new byte[600 * 1024]];

        await line.Say(Whole(
            "webchat",
            $$""" "type":"message","attachments":[{"contentType":"image/jpeg","name":"carte.jpg","contentUrl":"data:image/jpeg;base64,{{Convert.ToBase64String(photo)}}"}] """));

        Assert.Single(line.Bot.Store.TakeChanges().OfType<Change.KeepDocument>());
    }

    [Fact]
    public async Task Body_OverTheLimit_Is413ForWhoMayAndNotReadForWhoMayNot()
    {
        await using var line = await BotLine.Start("webchat");
        var large = Whole("webchat", $$""" "type":"message","text":"{{new string('x', 5 * 1024 * 1024)}}" """);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await line.Post(large)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, await Status(line, "a.b.c", 3 * 1024 * 1024));
        Assert.Equal(HttpStatusCode.Unauthorized, await Status(line, "", 3 * 1024 * 1024));
    }

    /// <summary>The answer to a head alone: the body that it announces never comes.</summary>
    private static async Task<HttpStatusCode> Status(BotLine line, string token, int length)
    {
        var answer = await HeadOnly.Send(line.Bot.Http.BaseAddress!, "/api/messages", length, ("Authorization", $"Bearer {token}"));
        return (HttpStatusCode)answer;
    }

    private string Message(string channel, string text) => Whole(channel, $$""" "type":"message","text":"{{text}}" """);

    private string Whole(string channel, string more) => string.Format(null, Template, more, $"a{++_said}", channel);
}
