using System.Net;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Host.Replay;
using ChatChannels.Runtime.CallBacks;
using ChatChannels.Services;
using ChatChannels.Services.Cases;
using ChatChannels.Tests.Bot.DirectLine;
using ChatChannels.Tests.Ussd;
using Microsoft.Extensions.DependencyInjection;

namespace ChatChannels.Tests.Runtime.CallBacks;

/// <summary>A call-back is promised only to a number that is known, or that was asked for and confirmed; and staff have it on their list.</summary>
public sealed class CallBackTests
{
    private static readonly FundId Fund = new("cnps-cm");

    private int _said;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("fr-FR", "À quel numéro un agent peut-il vous rappeler ?", "Un agent peut vous rappeler au 6 50 00 00 01. Êtes-vous d’accord ?")]
    [InlineData("ar-MA", "على أي رقم يمكن أن يتصل بكم مستشار؟", "هل تريدون أن يتصل بكم مستشار على الرقم 6\u00A050\u00A000\u00A000\u00A001؟")]
    [InlineData("en", "On which number may an adviser call you?", "An adviser can call you on 6 50 00 00 01. Do you agree?")]
    public async Task WebChat_KnowsNoNumber_AsksForOneAndHasItConfirmed(string locale, string asked, string check)
    {
        await using var service = await ChatLine.Service();
        var line = await ChatLine.Started(service, locale);

        Assert.Equal(asked, Plain(await Say(line, "95")));
        Assert.Equal(check, Plain(await Say(line, "6 50 00 00 01")));
        Assert.Empty(service.Store.TakeChanges().OfType<Change.OpenCase>());
        await Say(line, "1");

        var changes = service.Store.TakeChanges();
        var opened = Assert.Single(changes.OfType<Change.OpenCase>()).Case;
        Assert.Equal((Case.CallBack, "+237650000001"), (opened.Kind, opened.Answers[Effect.Perform.CallBackPhone]));
        Assert.Empty(changes.OfType<Change.Send>()); // whoever has the number may have asked for nothing
        Assert.Equal(Life.Dropped, service.Store.Last!.Life);
    }

    [Theory]
    [InlineData("+33612345678", "Ce numéro est d’un autre pays. Indicatif attendu : +237.")]
    [InlineData("12", "Ce numéro de téléphone n’est pas valable. Ex. 6 50 00 00 01.")]
    [InlineData("oui", "Ce numéro de téléphone n’est pas valable. Ex. 6 50 00 00 01.")]
    public async Task WebChat_NumberTheFundDoesNotCall_IsRefusedWithAReason(string typed, string reason)
    {
        await using var service = await ChatLine.Service();
        var line = await ChatLine.Started(service);
        await Say(line, "95");

        Assert.StartsWith(reason, await Say(line, typed), StringComparison.Ordinal);

        Assert.Equal(Life.OfferedCallBack, service.Store.Last!.Life);
    }

    [Fact]
    public async Task WebChat_AnotherNumber_IsAskedForAndTheLastOneCounts()
    {
        await using var service = await ChatLine.Service();
        var line = await ChatLine.Started(service);
        await Say(line, "95");
        await Say(line, "650000001");

        Assert.StartsWith("À quel numéro", await Say(line, "2"), StringComparison.Ordinal);
        Assert.Contains("6 80 00 00 12", await Say(line, "680000012"), StringComparison.Ordinal);
        await Say(line, "1");

        Assert.Equal("+237680000012", Assert.Single(service.Store.TakeChanges().OfType<Change.OpenCase>()).Case.Answers[Effect.Perform.CallBackPhone]);
    }

    [Fact]
    public async Task WebChat_ManyChatsWithOneNumber_AreStoppedAfterThreeADay()
    {
        await using var service = await ChatLine.Service();
        var last = "";
        for (var chat = 0; chat < 4; chat++)
        {
            var line = await ChatLine.Started(service);
            foreach (var said in new[] { "95", "650000001", "1" })
                last = await Say(line, said);
        }

        Assert.StartsWith("Trop de demandes.", last, StringComparison.Ordinal);
        Assert.Equal(3, service.Store.TakeChanges().OfType<Change.OpenCase>().Count());
    }

    [Fact]
    public async Task Ussd_KnowsTheLine_OffersToCallItAsBefore()
    {
        await using var service = await ReplayHost.Start(Scene.Now);
        var line = new Line(service.Http);
        await line.Hop("");
        await line.Type("1");

        Assert.Contains("Un agent peut vous rappeler à ce numéro.", (await line.Type("95")).ReplaceLineEndings(" "), StringComparison.Ordinal);
        await line.Type("1");

        var opened = Assert.Single(service.Store.TakeChanges().OfType<Change.OpenCase>()).Case;
        Assert.False(opened.Answers.Has(Effect.Perform.CallBackPhone));
    }

    [Fact]
    public async Task Book_ListsWhoWaitsAndClosesOnceWithWhoAndWhy()
    {
        await using var service = await ReplayHost.Start(Scene.Now);
        var reference = await AskedByUssd(service);
        var book = new CallBackBook(service.Services.GetRequiredService<ICaseFile>(), service.Store, service.Clock);

        var entry = Assert.Single(await book.List(Fund, Stop));
        Assert.Equal((reference, "+237650000001", false, "fr", "AtMenu"), (entry.Reference, entry.Phone, entry.IsTyped, entry.Language.Code, entry.About));
        Assert.Empty(await book.List(new FundId("cnss-ma"), Stop));
        service.Store.TakeChanges();
        Assert.True(await book.Close(Fund, reference, CallBackClosing.Of("Awa", "Renseignée\u0000 par\ntéléphone")!, Stop));

        var fact = Assert.Single(service.Store.TakeChanges().OfType<Change.Record>()).Fact;
        Assert.Equal(("call-back-closed", $"{reference.Digits} by Awa: Renseignée par téléphone"), (fact.Fact, fact.About));
        Assert.Empty(await book.List(Fund, Stop));
        Assert.False(await book.Close(Fund, reference, CallBackClosing.Of("Awa", "encore")!, Stop));
    }

    [Fact]
    public async Task Book_WhoIsClosed_MayAskAgain()
    {
        await using var service = await ReplayHost.Start(Scene.Now);
        var first = await AskedByUssd(service);
        var book = new CallBackBook(service.Services.GetRequiredService<ICaseFile>(), service.Store, service.Clock);
        await book.Close(Fund, first, CallBackClosing.Of("Awa", "fait")!, Stop);

        var second = await AskedByUssd(service, "ATUid_2");

        Assert.NotEqual(first, second);
        Assert.Equal(second, Assert.Single(await book.List(Fund, Stop)).Reference);
    }

    [Theory]
    [InlineData(null, "fait")]
    [InlineData("Awa", " ")]
    [InlineData("\u200F", "fait")]
    public void Closing_WithoutWhoOrWhy_IsNone(string? by, string? why) => Assert.Null(CallBackClosing.Of(by, why));

    /// <summary>A call-back has no page: its reference must not tell whose it is, nor that it is one.</summary>
    [Fact]
    public async Task Page_OfACallBacksReference_IsThatOfAnUnknownNumber()
    {
        await using var service = await ReplayHost.Start(Scene.Now);
        var reference = await AskedByUssd(service);

        var unknown = await Page(service, "9876543217");
        Assert.Equal(unknown.Replace("9876543217", reference.Digits, StringComparison.Ordinal), await Page(service, reference.Digits));
    }

    private static async Task<CaseNumber> AskedByUssd(ReplayHost service, string session = "ATUid_1")
    {
        var line = new Line(service.Http) { Session = session };
        await line.Hop("");
        if (session is "ATUid_1")
            await line.Type("1");
        await line.Type("95");
        await line.Type("1");
        return Assert.Single(service.Store.TakeChanges().OfType<Change.OpenCase>()).Case.Number;
    }

    private static async Task<string> Page(ReplayHost service, string number)
    {
        using var response = await service.Http.GetAsync(new Uri($"/cases/{number}?lang=fr", UriKind.Relative), Stop);
        return $"{(int)response.StatusCode} {WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(Stop))}";
    }

    private async Task<string> Say(ChatLine line, string text)
    {
        await line.Say(text, $"{_said++}");
        return (string)(await line.All()).Last(activity => (string?)activity["from"]!["role"] is "bot")["text"]!;
    }

    /// <summary>Without the marks that keep numbers in their order.</summary>
    private static string Plain(string shown) => string.Concat(shown.Where(sign => sign is not (>= '\u2066' and <= '\u2069') and not '\u200E' and not '\u200F'));
}
