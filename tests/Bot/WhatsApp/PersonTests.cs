using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using ChatChannels.Conversation.Engine;
using ChatChannels.Host.Replay;
using ChatChannels.Runtime.Storage;
using ChatChannels.Services;
using ChatChannels.Services.Documents;
using ChatChannels.Tests.Ussd;
using Microsoft.Extensions.DependencyInjection;

namespace ChatChannels.Tests.Bot.WhatsApp;

/// <summary>Who said what comes, and that a person who changes their number or id goes on where they were.</summary>
public sealed class PersonTests : IAsyncLifetime
{
    private const string New = "237650000099";

    private ReplayHost _service = null!;
    private Meta _meta = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _meta = new Meta(_service = await ReplayHost.Start(Scene.Now));

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task Take_MessageInAGroup_IsNotThePersonsAnswer()
    {
        await _meta.Say("Bonjour");
        var message = Meta.Text("wamid.group", "1");
        message["group_id"] = "Y2FwaV9ncm91cDoxNzA1NTU1MDEzOToxMjAzNjM0MDQ2OTQyMzM4MjAZD";

        Assert.Empty(await _meta.Send(message));

        Assert.Single(_service.Store.Sessions);
    }

    [Theory]
    [InlineData("US.13491208655302741918", "US.13491208655302741918")]
    [InlineData("CM.ENT.11815799212886844830", "CM.ENT.11815799212886844830")]
    [InlineData("+237650000011", "+237650000011")]
    [InlineData("237650000011", "+237650000011")]
    public async Task Take_From_IsANumberOrAnId(string from, string person)
    {
        var shown = Assert.Single(await _meta.Send(Meta.Text("wamid.from", "Bonjour", from)));

        Assert.Equal(person, _service.Store.Last!.Address.Value);
        Assert.Equal(person, (string?)(shown["to"] ?? shown["recipient"]));
    }

    [Theory]
    [InlineData("us.134")]
    [InlineData("US.")]
    [InlineData("somebody")]
    [InlineData("0650000011")]
    [InlineData("")]
    [InlineData(null)]
    public async Task Take_NobodyToldToHaveSentIt_IsSetAside(string? from)
    {
        var message = Meta.Text("wamid.nobody", "Bonjour");
        message["from"] = from;

        Assert.Empty(await _meta.Send(message));

        Assert.Empty(_service.Store.Sessions);
    }

    [Theory]
    [InlineData(7, true)]
    [InlineData(9, false)]
    [InlineData(30, false)]
    public async Task Take_Message_CountsForAsLongAsWhatsAppTriesAgain(int days, bool counts)
    {
        var message = Meta.Text("wamid.old", "Bonjour");
        message["timestamp"] = (Scene.Now - TimeSpan.FromDays(days)).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

        Assert.Equal(HttpStatusCode.OK, await _meta.Post(Meta.Body(Meta.Value(Meta.Number, message))));

        Assert.Equal(counts ? 1 : 0, _service.Store.Sessions.Count);
    }

    /// <summary>As they are documented and as they were met: new number, its older name, and what the sentence alone says.</summary>
    [Theory]
    [InlineData("""{"type":"user_changed_number","wa_id":"237650000099","body":"User Ngono changed from \u200e237650000011 to 237650000099\u200e"}""")]
    [InlineData("""{"type":"user_changed_number","new_wa_id":"237650000099","body":"NAME changed from PHONE_NUMBER to PHONE_NUMBER"}""")]
    [InlineData("""{"type":"user_changed_number","body":"User Ngono changed from 237650000011 to 237650000099"}""")]
    [InlineData("""{"type":"customer_changed_number","wa_id":"237650000099","customer":"237650000011"}""")]
    [InlineData("""{"type":"user_changed_user_id","wa_id":"237650000099","user_id":"CM.2"}""")]
    public async Task Take_ChangedNumber_KeepsTheConversation(string system)
    {
        var asked = await UntilTheSurname();

        Assert.Empty(await _meta.Send(Meta.Message("wamid.system", "system", JsonNode.Parse(system)!)));
        var answer = Assert.Single(await _meta.Say("Ngono", New));

        Assert.Equal(("+237650000099", "NGONO"), (_service.Store.Last!.Address.Value, _service.Store.Last.Answers["surname"]));
        Assert.Equal("+237650000099", (string?)answer["to"]);
        Assert.NotEqual(asked, Meta.WordsOf(answer), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"user_changed_user_id","user_id":"CM.2","body":"User Ngono changed from CM.1 to CM.2"}""", null)]
    [InlineData("""{"type":"user_changed_user_id","user_id":"CM.2","previous_user_id":"CM.1"}""", null)]
    [InlineData("""{"type":"user_changed_user_id","body":"User @ngono changed from CM.1 to CM.2"}""", null)]
    [InlineData("""{"type":"user_changed_user_id","user_id":"CM.2"}""", "CM.1")]
    public async Task Take_ChangedUserId_KeepsTheConversation(string system, string? from)
    {
        await UntilTheSurname("CM.1");
        var message = Meta.Message("wamid.system", "system", JsonNode.Parse(system)!);
        message["from"] = from;

        await _meta.Send(message);
        await _meta.Say("Ngono", "CM.2");

        Assert.Equal(("CM.2", "NGONO"), (_service.Store.Last!.Address.Value, _service.Store.Last.Answers["surname"]));
    }

    [Fact]
    public async Task Take_ChangedNumberTwiceAndLate_MovesOnceAndLeavesNothingBehind()
    {
        await UntilTheSurname();
        var system = Meta.Message("wamid.system", "system", new JsonObject { ["type"] = "user_changed_number", ["wa_id"] = New });

        await _meta.Send(system);
        await _meta.Say("Ngono", New);
        await _meta.Send(system.DeepClone().AsObject());
        Assert.Equal("NGONO", _service.Store.Last!.Answers["surname"]);
        await _meta.Say("Bonjour"); // whoever has the old number now

        Assert.Equal("+" + Meta.Person, _service.Store.Last!.Address.Value);
        Assert.Null(_service.Store.Last.Held);
        Assert.Empty(_service.Store.Last.Answers.Values);
    }

    [Fact]
    public async Task Take_ChangedNumber_TakesFilesAlongThatNoCaseHasYet()
    {
        await UntilTheSurname();
        var session = _service.Store.Last!;
        var photo = new Document(Guid.Parse("5f3a0000-0000-4000-8000-000000000001"), Scene.Fund, "image/jpeg", [.. SampleFiles.Photo], Scene.Now);
        var sent = session with { Version = session.Version + 1, Answers = session.Answers.With("card-document", photo.Id.ToString("D")) };
        Assert.Equal(CommitResult.Committed, await _service.Store.Commit(new Unit(new TurnWrite(sent, "sent", ""), [new Change.KeepDocument(photo, session.Address)]), Stop));

        await _meta.Send(Meta.Message("wamid.system", "system", new JsonObject { ["type"] = "user_changed_number", ["wa_id"] = New }));
        await _meta.Say("Ngono", New);

        var (there, documents) = (_service.Store.Last!, _service.Services.GetRequiredService<IDocumentFile>());
        var found = await documents.FindLoose(Scene.Fund, there.Address, Guid.Parse(there.Answers["card-document"]!), Stop);
        Assert.Equal(SampleFiles.Photo, found!.Content.ToArray());
    }

    [Fact]
    public async Task Take_ChangedNumberBehindTheFirstWordsFromTheNewOne_KeepsTheConversation()
    {
        await UntilTheSurname();
        await _meta.Say("Bonjour", New);

        await _meta.Send(Meta.Message("wamid.system", "system", new JsonObject { ["type"] = "user_changed_number", ["wa_id"] = New }));
        await _meta.Say("Ngono", New);

        Assert.Equal(("NGONO", Life.InService), (_service.Store.Last!.Answers["surname"], _service.Store.Last.Life));
    }

    [Theory]
    [InlineData("""{"type":"user_changed_number"}""")]
    [InlineData("""{"type":"user_changed_number","wa_id":"237650000011"}""")]
    [InlineData("""{"type":"user_changed_number","wa_id":7,"body":{}}""")]
    [InlineData("""{"type":"user_identity_changed","wa_id":"237650000099"}""")]
    [InlineData("""{"type":"customer_identity_changed","identity":"x"}""")]
    [InlineData("[]")]
    public async Task Take_SystemMessageThatMovesNobody_ChangesNothing(string system)
    {
        await _meta.Say("Bonjour");

        Assert.Empty(await _meta.Send(Meta.Message("wamid.system", "system", JsonNode.Parse(system)!)));

        Assert.Single(_service.Store.Sessions);
    }

    /// <summary>Somewhere in a service, at a question in words.</summary>
    private async Task<string> UntilTheSurname(string from = Meta.Person)
    {
        var asked = "";
        foreach (var said in new[] { "Bonjour", "1", "1", "1" })
            asked = Meta.WordsOf((await _meta.Say(said, from))[^1]);
        return asked;
    }
}
