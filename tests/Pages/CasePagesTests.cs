using System.Net;
using ChatChannels.Conversation;
using ChatChannels.Services.Cases;

namespace ChatChannels.Tests.Pages;

/// <summary>Looking through a case and deciding about it.</summary>
public sealed class CasePagesTests
{
    private const string Case = $"/cases/{SampleCase.Number}";
    private const string Decide = $"{Case}/decision";

    private static readonly (string, string) Code = ("code", SampleCase.Code);
    private static readonly (string, string) Yes = ("decision", "yes");
    private static readonly (string, string) No = ("decision", "no");

    [Theory]
    [InlineData("fr", "ltr", "Validez vos informations", "OUI, je valide", "Masculin", "Féminin", "14/03/1994")]
    [InlineData("ar", "rtl", "أكدوا معلوماتكم", "نعم، أؤكد", "ذكر", "أنثى", "14/03/1994")]
    [InlineData("en", "ltr", "Confirm your information", "YES, I confirm", ">Male<", ">Female<", "14/03/1994")]
    public async Task Case_Opened_ShowsAllDataBeforeTheQuestion(
        string language, string direction, string question, string yes, string otherSex, string sex, string birth)
    {
        await using var host = await PagesHost.StartAsync();

        var (status, page) = await host.ReadAsync($"{Case}?lang={language}", Code);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains($"<html lang=\"{language}\" dir=\"{direction}\">", page, StringComparison.Ordinal);
        var asked = page.IndexOf($"<legend>{question}", StringComparison.Ordinal);
        string[] data = ["ESSAI-NGONO", "Aline Exemple", sex, birth, "FICTIVE Odile", "900000011", "aline@exemple.example", "Boulangerie", "01/09/2025"];
        Assert.All(data, datum => Assert.InRange(page.IndexOf(datum, StringComparison.Ordinal), 0, asked));
        Assert.Contains(yes, page[asked..], StringComparison.Ordinal);
        Assert.Contains("*237*1#", page, StringComparison.Ordinal);
        Assert.DoesNotContain(otherSex, page, StringComparison.Ordinal);
        Assert.DoesNotContain("Couturière", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Case_Opened_KeepsTheOrderOfTheQuestionsAndMarksSkippedOnes()
    {
        await using var host = await PagesHost.StartAsync();

        var (_, page) = await host.ReadAsync($"{Case}?lang=fr", Code);

        string[] labels = [">Nom<", ">Prénoms<", ">Sexe<", ">Date de naissance<", ">Père<", ">Mère<", ">Téléphone<", ">Région<", ">Employeur<"];
        var places = labels.Select(label => page.IndexOf(label, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
        Assert.Contains("<dt>Père</dt><dd><bdi>-</bdi>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Case_WithHostileNames_EscapesThem()
    {
        await using var host = await PagesHost.StartAsync();
        host.Cabinet.Case = host.Cabinet.Case! with { Answers = SampleCase.Answers.With("surname", "<script>alert(\"1\")</script>&'") };

        var (_, page) = await host.ReadAsync(Case, Code);
        var (_, receipt) = await host.ReadAsync($"/receipts/{SampleCase.Number}", Code);

        Assert.All([page, receipt], shown =>
        {
            Assert.DoesNotContain("<script>", shown, StringComparison.Ordinal);
            Assert.Contains("&lt;script&gt;alert(&quot;1&quot;)", shown, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("fr", "Informations validées", "fr")]
    [InlineData("ar", "تم تأكيد معلوماتكم", "ar")]
    [InlineData("en", "Information confirmed", "en")]
    public async Task Decision_Yes_ValidatesAndWritesBothMessages(string language, string title, string messages)
    {
        await using var host = await PagesHost.StartAsync();

        var (status, page) = await host.ReadAsync($"{Decide}?lang={language}", Code, Yes);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains($"<h1>{title}</h1>", page, StringComparison.Ordinal);
        Assert.Equal(CaseState.Validated, host.Cabinet.Case!.State);
        Assert.Equal([Channel.Sms, Channel.Email], host.Cabinet.Messages.Select(message => message.Channel));
        Assert.Equal(new HashSet<string>(["+237650000011", "aline@exemple.example"], StringComparer.Ordinal), host.Cabinet.Messages.Select(message => message.To).ToHashSet(StringComparer.Ordinal));
        Assert.All(host.Cabinet.Messages, message =>
        {
            Assert.Equal("validated", message.Template);
            Assert.Equal(messages, message.Language.Code);
            Assert.Contains(SampleCase.Number, message.Text.Replace(" ", "", StringComparison.Ordinal).Replace("\u00A0", "", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.DoesNotContain(SampleCase.Code, message.Text, StringComparison.Ordinal);
        });
        Assert.Equal("case-validated", Assert.Single(host.Cabinet.Facts).Fact);
        Assert.Equal(1, host.Cabinet.Commits);
        Assert.Equal(SampleCase.Answers.Values.AsEnumerable(), host.Cabinet.Case.Answers.Values);
    }

    [Fact]
    public async Task Decision_YesTwice_WritesMessagesEachTime()
    {
        await using var host = await PagesHost.StartAsync();

        await host.ReadAsync(Decide, Code, Yes);
        var (status, _) = await host.ReadAsync(Decide, Code, Yes);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(4, host.Cabinet.Messages.Count);
        Assert.Equal(3, host.Cabinet.Case!.Version);
    }

    [Fact]
    public async Task Decision_NoAfterYes_TakesTheValidationBackWithoutMessage()
    {
        await using var host = await PagesHost.StartAsync(CaseState.Validated);

        var (status, page) = await host.ReadAsync($"{Decide}?lang=fr", Code, No);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Dossier gardé, non validé", page, StringComparison.Ordinal);
        Assert.Equal(CaseState.Registered, host.Cabinet.Case!.State);
        Assert.Empty(host.Cabinet.Messages);
    }

    [Theory]
    [InlineData("")]
    [InlineData("maybe")]
    public async Task Decision_NotMade_IsAskedAgainWithAllData(string decision)
    {
        await using var host = await PagesHost.StartAsync();

        var (status, page) = await host.ReadAsync($"{Decide}?lang=fr", Code, ("decision", decision));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("<a href=\"#decision\">Choisissez OUI ou NON", page, StringComparison.Ordinal);
        Assert.Contains("Boulangerie", page, StringComparison.Ordinal);
        Assert.Contains($"value=\"{SampleCase.Code}\"", page, StringComparison.Ordinal);
        Assert.Equal(0, host.Cabinet.Commits);
    }

    [Theory]
    [InlineData(CaseState.NumberGiven)]
    [InlineData(CaseState.ToComplete)]
    public async Task Decision_OnAProcessedCase_ChangesNothingAndSaysSo(CaseState state)
    {
        await using var host = await PagesHost.StartAsync(state);

        var (_, before) = await host.ReadAsync($"{Case}?lang=fr", Code);
        var (_, after) = await host.ReadAsync($"{Decide}?lang=fr", Code, Yes);

        Assert.Contains("Ce dossier est déjà traité et ne se modifie plus.", before, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"decision\"", before, StringComparison.Ordinal);
        Assert.Equal(before, after);
        Assert.Equal(0, host.Cabinet.Commits);
    }

    [Fact]
    public async Task Decision_ProcessedMeanwhile_IsFrozen()
    {
        await using var host = await PagesHost.StartAsync(CaseState.Validated);
        host.Cabinet.Meanwhile = () => host.Cabinet.Case = host.Cabinet.Case! with { State = CaseState.NumberGiven, Version = 2 };

        var (_, page) = await host.ReadAsync($"{Decide}?lang=fr", Code, Yes);

        Assert.DoesNotContain("Informations validées", page, StringComparison.Ordinal);
        Assert.Equal(0, host.Cabinet.Commits);
        Assert.Equal(CaseState.NumberGiven, host.Cabinet.Case!.State);
    }

    [Fact]
    public async Task Decision_OvertakenByTheSameData_IsTakenAgain()
    {
        await using var host = await PagesHost.StartAsync();
        host.Cabinet.Meanwhile = () => host.Cabinet.Case = host.Cabinet.Case! with { Version = 2 };

        await host.ReadAsync(Decide, Code, Yes, ("mark", MarkIn((await host.ReadAsync(Case, Code)).Page)));

        Assert.Equal((CaseState.Validated, 3), (host.Cabinet.Case!.State, host.Cabinet.Case.Version));
    }

    [Fact]
    public async Task Decision_OnDataThatChangedSinceShown_ShowsThemAgain()
    {
        await using var host = await PagesHost.StartAsync();
        var mark = MarkIn((await host.ReadAsync(Case, Code)).Page);
        host.Cabinet.Case = host.Cabinet.Case! with { Version = 2, Answers = SampleCase.Answers.With("town", "Kribi") };

        var (status, page) = await host.ReadAsync($"{Decide}?lang=fr", Code, Yes, ("mark", mark));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("modifiées entre-temps", page, StringComparison.Ordinal);
        Assert.Contains("Kribi", page, StringComparison.Ordinal);
        Assert.Equal(0, host.Cabinet.Commits);
    }

    [Fact]
    public async Task Decision_WithAWrongCode_ChangesNothing()
    {
        await using var host = await PagesHost.StartAsync();

        var (status, page) = await host.ReadAsync(Decide, ("code", SampleCase.WrongCode), Yes);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.DoesNotContain("NGONO", page, StringComparison.Ordinal);
        Assert.Equal(0, host.Cabinet.Commits);
    }

    private static string MarkIn(string page)
    {
        const string Before = "name=\"mark\" value=\"";
        var start = page.IndexOf(Before, StringComparison.Ordinal) + Before.Length;
        return page[start..page.IndexOf('"', start)];
    }
}
