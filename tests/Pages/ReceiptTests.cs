using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using ChatChannels.Pages;
using ChatChannels.Services.Cases;

namespace ChatChannels.Tests.Pages;

/// <summary>The receipt (CNPS-6, CNPS-7, CNPS-20).</summary>
public sealed partial class ReceiptTests
{
    private const string Receipt = $"/receipts/{SampleCase.Number}";
    private const int LargestPage = 15 * 1024;

    [Theory]
    [InlineData("fr", "Récépissé de pré-immatriculation", "Enregistré, à valider", "04/04/2026")]
    [InlineData("ar", "وصل التسجيل المسبق", "مسجل، في انتظار التأكيد", "04/04/2026")]
    [InlineData("en", "Pre-registration receipt", "Registered, to be confirmed", "04/04/2026")]
    public async Task Receipt_Opened_BearsWhatItMust(string language, string title, string state, string lastDay)
    {
        await using var host = await PagesHost.StartAsync();

        var (status, page) = await host.ReadAsync($"{Receipt}?lang={language}", ("code", SampleCase.Code));

        Assert.Equal(HttpStatusCode.OK, status);
        string[] borne =
        [
            "RÉPUBLIQUE DU CAMEROUN", "REPUBLIC OF CAMEROON", "Paix - Travail - Patrie", "Peace - Work - Fatherland",
            $"<h1>{title}</h1>", SampleCase.Number, "2468 1357", "05/03/2026", "ESSAI-NGONO", "Aline Exemple", state, lastDay, "class=\"qr\"",
        ];
        Assert.All(borne, text => Assert.Contains(text, page, StringComparison.Ordinal));
        Assert.DoesNotContain("900000011", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CaseState.Registered, "Vérifiez et validez")]
    [InlineData(CaseState.Validated, "Attendez le message")]
    [InlineData(CaseState.NumberGiven, "Votre matricule vous a été envoyé")]
    [InlineData(CaseState.ToComplete, "Suivez les indications")]
    [InlineData(CaseState.Lapsed, "Faites une nouvelle demande")]
    public async Task Receipt_InEveryState_SaysWhatFollows(CaseState state, string next)
    {
        await using var host = await PagesHost.StartAsync(state);

        var (status, page) = await host.ReadAsync($"{Receipt}?lang=fr", ("code", SampleCase.Code));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains(next, page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("ar")]
    [InlineData("en")]
    public async Task Pages_WithTheirFiles_StayUnderFifteenKilobytes(string language)
    {
        await using var host = await PagesHost.StartAsync();
        var style = await host.Client.GetByteArrayAsync(new Uri(PageFiles.Style.Route, UriKind.Relative), TestContext.Current.CancellationToken);
        var script = await host.Client.GetByteArrayAsync(new Uri(PageFiles.Print.Route, UriKind.Relative), TestContext.Current.CancellationToken);

        foreach (var path in new[] { Receipt, $"/cases/{SampleCase.Number}" })
        {
            var (_, page) = await host.ReadAsync($"{path}?lang={language}", ("code", SampleCase.Code));
            Assert.InRange(Encoding.UTF8.GetByteCount(page) + style.Length + script.Length, 1, LargestPage);
        }
    }

    [Fact]
    public async Task Pages_Markup_HasNoInlineStyleOrScriptAndNothingForeign()
    {
        await using var host = await PagesHost.StartAsync();
        foreach (var path in new[] { Receipt, $"/cases/{SampleCase.Number}" })
        {
            var (_, page) = await host.ReadAsync(path, ("code", SampleCase.Code));

            Assert.DoesNotContain(" style=", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<style", page, StringComparison.Ordinal);
            Assert.DoesNotMatch(@" on[a-z]+=", page);
            Assert.All(Address().Matches(page).Select(match => match.Groups["to"].Value), to => Assert.True(to is ['/' or '#', ..], to));
            Assert.DoesNotContain($"{SampleCase.Code}?", page, StringComparison.Ordinal);
        }
    }

    [GeneratedRegex("(?:href|src|action|formaction)=\"(?<to>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();
}
