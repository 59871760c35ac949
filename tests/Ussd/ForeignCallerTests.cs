using System.Net;
using ChatChannels.Host.Replay;
using ChatChannels.Services;
using ChatChannels.Services.Cases;
using ChatChannels.Tests.Bot.WhatsApp;
using ChatChannels.Tests.Pages;
using Microsoft.Extensions.DependencyInjection;

namespace ChatChannels.Tests.Ussd;

/// <summary>A caller whose number no plan of the fund has (a roaming SIM, a person abroad) is asked for one, and gets through.</summary>
public sealed class ForeignCallerTests
{
    private const string Foreign = "+33612345678";
    private const string Given = "6 50 00 00 11";

    [Theory]
    [InlineData(Foreign)]
    [InlineData("+22890000001")]
    [InlineData("+242061234567")]
    [InlineData("+237222230001")]
    public async Task PreRegistration_NumberTheFundDoesNotTake_AsksForOneAndIsFiled(string phone)
    {
        await using var service = await ReplayHost.Start(Scene.Now);
        var line = new Line(service.Http) { Phone = phone };

        Assert.StartsWith("END ", await Sample(0).Through(line), StringComparison.Ordinal);

        var filed = service.Store.TakeChanges().OfType<Change.OpenCase>().Single().Case;
        Assert.Equal("+237650000011", filed.Answers["phone"]);
    }

    [Fact]
    public async Task PreRegistration_OnWhatsAppFromAbroad_ShowsTheReview()
    {
        await using var service = await ReplayHost.Start(Scene.Now);
        var meta = new Meta(service);
        await meta.Say("Bonjour", Foreign[1..]);

        foreach (var answer in Sample(0).Answers)
            Assert.Single(await meta.Say(answer, Foreign[1..]));

        Assert.Equal("+237650000011", service.Store.Last!.Answers["phone"]);
        Assert.True(service.Store.Last.Answers.Has(CaseAccess.NumberAnswer));
        Assert.Contains("6 50 00 00 11", string.Concat((await meta.Say("1", Foreign[1..])).Select(Meta.WordsOf)), StringComparison.Ordinal);
    }

    /// <summary>Cases filed before the number was checked stand in the store.</summary>
    [Fact]
    public async Task Validation_OfACaseWithAForeignNumber_GoesThroughByUssd()
    {
        await using var service = await ReplayHost.Start(Scene.Now);
        await File(service);
        var line = new Line(service.Http) { Phone = "+237650000011" };
        foreach (var answer in new[] { "", "1", "2", SampleCase.Number })
            await (answer.Length == 0 ? line.Hop("") : line.Type(answer));

        var screen = await line.Type(SampleCase.Code);
        var read = screen;
        for (var page = 0; page < 20 && screen.Contains("98 ", StringComparison.Ordinal); page++)
            read += screen = await line.Type("98");

        Assert.Contains(Foreign, read, StringComparison.Ordinal);
        Assert.StartsWith("END ", await line.Type("1"), StringComparison.Ordinal);
        var validated = Assert.Single(service.Store.TakeChanges().OfType<Change.ReplaceCase>()).Case;
        Assert.Equal(CaseState.Validated, validated.State);
    }

    [Fact]
    public async Task Validation_OfACaseWithAForeignNumber_GoesThroughOnThePage()
    {
        await using var pages = await PagesHost.StartAsync();
        pages.Cabinet.Case = Filed(new FakeSecrets());

        var (status, page) = await pages.ReadAsync($"/cases/{SampleCase.Number}", ("code", SampleCase.Code));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains(Foreign, WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        (status, _) = await pages.ReadAsync($"/cases/{SampleCase.Number}/decision", ("code", SampleCase.Code), ("decision", "yes"));
        Assert.Equal((HttpStatusCode.OK, CaseState.Validated), (status, pages.Cabinet.Case.State));
    }

    private static async Task File(ReplayHost service)
    {
        var filed = Filed(service.Services.GetRequiredService<ISecrets>()) with { OpenedAt = Scene.Now, ChangedAt = Scene.Now };
        await service.Store.Commit(new ChatChannels.Runtime.Storage.Unit(null, [new Change.OpenCase(filed)]), TestContext.Current.CancellationToken);
        service.Store.TakeChanges();
    }

    private static Case Filed(ISecrets secrets) => SampleCase.In(CaseState.Registered) with
    {
        SecretHash = secrets.Hash(SampleCase.Number, SampleCase.Code),
        Answers = SampleCase.Answers.With("phone", Foreign),
    };

    /// <summary>What a sample person types who is not offered the number that they call from.</summary>
    private static Walk Sample(int person)
    {
        var walk = Walk.Sample(person);
        var choice = walk.Answers.IndexOf(walk.ByName["id-expiry"]) + 1;
        return walk with { Answers = walk.Answers.SetItem(choice, Given) };
    }
}
