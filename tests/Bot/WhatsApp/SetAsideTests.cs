using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ChatChannels.Host.Replay;
using ChatChannels.Services;
using ChatChannels.Tests.Ussd;

namespace ChatChannels.Tests.Bot.WhatsApp;

/// <summary>A message whose turn fails whenever it is tried blocks neither the webhook nor its sender for ever.</summary>
public sealed partial class SetAsideTests : IAsyncLifetime
{
    private const string Other = "237650000022";

    private readonly SlowStore.Gate _gate = new() { AlsoReads = true };
    private ReplayHost _service = null!;
    private Meta _meta = null!;

    public async ValueTask InitializeAsync()
    {
        _service = await ReplayHost.Start(Scene.Now, builder =>
        {
            NonsenseAction.Put(builder);
            SlowStore.Put(builder, _gate);
        });
        _meta = new Meta(_service);
        await StandBeforeTheFault();
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task Message_ThatFailsThreeTimes_IsSetAsideAndToldWithAReference()
    {
        var before = _service.Store.Last!;
        Assert.Equal("503 503 200", await Post(3, Code("wamid.bad")));

        var told = Assert.Single(await _meta.Shown());
        var reference = Reference().Match(Meta.WordsOf(told)).Value;
        Assert.Equal($"Un incident est survenu (référence {reference}). Veuillez réessayer plus tard.", Meta.WordsOf(told));
        var fact = Assert.Single(_service.Store.TakeChanges().OfType<Change.Record>(), record => record.Fact.Fact is "message-set-aside").Fact;
        Assert.Equal(reference, fact.About);
        Assert.Equal(before with { Version = before.Version + 1 }, _service.Store.Last);
    }

    [Fact]
    public async Task Message_SetAside_IsKnownWhenItComesAgain()
    {
        await Post(3, Code("wamid.bad"));
        await _meta.Shown();
        var version = _service.Store.Last!.Version;

        Assert.Equal("200 200", await Post(2, Code("wamid.bad")));

        Assert.Empty(await _meta.Shown());
        Assert.Equal(version, _service.Store.Last!.Version);
    }

    [Fact]
    public async Task Message_ThatFails_CostsOthersOfTheNotificationNothing()
    {
        var statuses = await Post(3, Code("wamid.bad"), Meta.Text("wamid.other", "Bonjour", Other));

        Assert.Equal("503 503 200", statuses);
        Assert.Equal(["+" + Other, "+" + Meta.Person], (await _meta.Shown()).Select(message => (string?)message["to"]).OrderDescending(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Message_BehindOneThatFails_IsTakenOnceThatIsSetAside()
    {
        var statuses = await Post(3, Code("wamid.bad"), Meta.Text("wamid.next", "00"));

        Assert.Equal("503 503 200", statuses);
        var shown = await _meta.Shown();
        Assert.Equal(2, shown.Count);
        Assert.StartsWith("Un incident", Meta.WordsOf(shown[0]), StringComparison.Ordinal);
        Assert.Equal("list", (string?)shown[1]["interactive"]!["type"]);
    }

    [Fact]
    public async Task Message_SetAside_LeavesTheWayToTheMenuAsAButton()
    {
        await Post(3, Code("wamid.bad"));
        var told = Assert.Single(await _meta.Shown());

        var id = (string)told["interactive"]!["action"]!["buttons"]![0]!["reply"]!["id"]!;
        var menu = Assert.Single(await _meta.Send(Meta.Message("wamid.menu", "interactive", new JsonObject
        {
            ["type"] = "button_reply",
            ["button_reply"] = new JsonObject { ["id"] = id, ["title"] = "Menu" },
        })));

        Assert.Equal("list", (string?)menu["interactive"]!["type"]);
    }

    [Fact]
    public async Task Message_WhileTheStoreIsDown_IsNeverSetAside()
    {
        _gate.Break("the database is down");
        Assert.Equal("503 503 503 503 503", await Post(5, Meta.Text("wamid.good", "00")));
        _gate.Heal();

        Assert.Equal("200", await Post(1, Meta.Text("wamid.good", "00")));

        Assert.Equal("list", (string?)Assert.Single(await _meta.Shown())["interactive"]!["type"]);
    }

    private async Task StandBeforeTheFault()
    {
        foreach (var words in new[] { "Bonjour", "1", "2", "1234567897" })
            await _meta.Say(words);
        _service.Store.TakeChanges();
    }

    private static JsonObject Code(string id) => Meta.Text(id, "24681357");

    private async Task<string> Post(int times, params JsonObject[] messages)
    {
        var statuses = new int[times];
        for (var i = 0; i < times; i++)
            statuses[i] = (int)await _meta.Post(Meta.Body(Meta.Value(Meta.Number, [.. messages.Select(message => message.DeepClone())])));
        return string.Join(' ', statuses);
    }

    [GeneratedRegex("[0-9]{6}", RegexOptions.None, 1000)]
    private static partial Regex Reference();
}
