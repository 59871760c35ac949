using System.Net;
using System.Text;
using ChatChannels.Services.Cases;

namespace ChatChannels.Tests.Pages;

/// <summary>The way to a page: the secret code, and what is refused before it.</summary>
public sealed class CodeDoorTests
{
    private const string Receipt = $"/receipts/{SampleCase.Number}";
    private const string Case = $"/cases/{SampleCase.Number}";

    public static TheoryData<string, string, string> Words => new()
    {
        { "fr", "Code secret", "Ce numéro et ce code ne vont pas ensemble" },
        { "ar", "الرمز السري", "هذا الرقم وهذا الرمز غير متطابقين" },
        { "en", "Secret code", "This number and this code do not go together" },
    };

    [Theory]
    [MemberData(nameof(Words))]
    public async Task Door_WrongCodeOrUnknownNumber_LooksTheSame(string language, string label, string problem)
    {
        await using var known = await PagesHost.StartAsync();
        await using var unknown = await PagesHost.StartAsync(state: null);

        foreach (var path in new[] { Receipt, Case, $"{Case}/decision" })
        {
            var wrong = await known.ReadAsync($"{path}?lang={language}", ("code", SampleCase.WrongCode), ("decision", "yes"));
            var nobody = await unknown.ReadAsync($"{path}?lang={language}", ("code", SampleCase.WrongCode), ("decision", "yes"));

            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
            Assert.Equal(wrong, nobody);
            Assert.Contains(label, wrong.Page, StringComparison.Ordinal);
            Assert.Contains($"<a href=\"#code\">{problem}", wrong.Page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Door_Asked_LooksTheSameForAnUnknownNumber()
    {
        await using var host = await PagesHost.StartAsync();
        using var known = await host.GetAsync(Case);
        using var unknown = await host.GetAsync($"/cases/{SampleCase.Unknown}");

        var page = await known.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var other = await unknown.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, known.StatusCode);
        Assert.Equal(page, other.Replace(SampleCase.Unknown, SampleCase.Number, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1234567")]
    [InlineData("123456789")]
    [InlineData("abcdefgh")]
    public async Task Door_CodeThatIsNone_AsksForEightDigitsAndCountsNoTry(string code)
    {
        await using var host = await PagesHost.StartAsync();

        var (status, page) = await host.ReadAsync($"{Receipt}?lang=fr", ("code", code));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("Écrivez les 8 chiffres", page, StringComparison.Ordinal);
        Assert.Empty(host.Attempts.Subjects);
    }

    [Theory]
    [InlineData("2468 1357")]
    [InlineData(" 2468-1357 ")]
    [InlineData("٢٤٦٨ ١٣٥٧")]
    public async Task Door_CodeGroupedOrInArabicDigits_Opens(string code)
    {
        await using var host = await PagesHost.StartAsync();

        var (status, page) = await host.ReadAsync(Receipt, ("code", code));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("2468 1357", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SampleCase.Number)]
    [InlineData(SampleCase.Unknown)]
    public async Task Door_AfterTenWrongCodes_IsLockedFromThereAndSaysWhereItOpens(string number)
    {
        await using var host = await PagesHost.StartAsync();
        for (var i = 0; i < CaseAccess.TriesPerCase; i++)
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await host.ReadAsync($"/cases/{number}", ("code", SampleCase.WrongCode))).Status);

        var (status, page) = await host.ReadAsync($"/cases/{number}?lang=fr", ("code", SampleCase.Code));

        Assert.Equal(HttpStatusCode.TooManyRequests, status);
        Assert.Contains("depuis le téléphone de votre dossier", page, StringComparison.Ordinal);
        Assert.DoesNotContain("NGONO", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Door_RightCode_OpensAsOftenAsWanted()
    {
        await using var host = await PagesHost.StartAsync(CaseState.NumberGiven);

        for (var i = 0; i < 2 * CaseAccess.TriesPerCase; i++)
            Assert.Equal(HttpStatusCode.OK, (await host.ReadAsync(Receipt, ("code", SampleCase.Code))).Status);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-origin", HttpStatusCode.OK)]
    [InlineData("Origin", "https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "https://fund.example", HttpStatusCode.OK)]
    [InlineData("Origin", "null", HttpStatusCode.OK)]
    public async Task Door_FormOfAnotherSite_IsRefused(string header, string value, HttpStatusCode expected)
    {
        await using var host = await PagesHost.StartAsync();
        host.Client.DefaultRequestHeaders.Add(header, value);

        Assert.Equal(expected, (await host.ReadAsync(Receipt, ("code", SampleCase.Code))).Status);
    }

    [Theory]
    [InlineData("/cases/12a4567890")]
    [InlineData("/cases/12345678901234567890")]
    [InlineData("/receipts/%3Cscript%3E")]
    public async Task Door_NumberThatIsNone_IsRefusedWithAPage(string path)
    {
        await using var host = await PagesHost.StartAsync();

        using var asked = await host.GetAsync(path);
        using var posted = await host.PostAsync(path, ("code", SampleCase.Code));

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (asked.StatusCode, posted.StatusCode));
        Assert.Equal("text/html; charset=utf-8", asked.Content.Headers.ContentType?.ToString());
    }

    [Theory]
    [InlineData("application/json", "{\"code\":\"24681357\"}", HttpStatusCode.BadRequest)]
    [InlineData("multipart/form-data; boundary=x", "--x--", HttpStatusCode.BadRequest)]
    [InlineData("application/x-www-form-urlencoded", "a=1&b=2&c=3&d=4&e=5&f=6&g=7&h=8&i=9", HttpStatusCode.BadRequest)]
    public async Task Door_BodyThatIsNoForm_IsRefused(string contentType, string body, HttpStatusCode expected)
    {
        await using var host = await PagesHost.StartAsync();
        using var content = new StringContent(body, Encoding.UTF8);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);

        using var response = await host.Client.PostAsync(new Uri(Receipt, UriKind.Relative), content, TestContext.Current.CancellationToken);

        Assert.Equal(expected, response.StatusCode);
    }

    [Theory]
    [InlineData(300, HttpStatusCode.BadRequest)]
    [InlineData(3000, HttpStatusCode.RequestEntityTooLarge)]
    public async Task Door_FieldTooLong_IsRefused(int length, HttpStatusCode expected)
    {
        await using var host = await PagesHost.StartAsync();

        Assert.Equal(expected, (await host.ReadAsync(Receipt, ("code", new string('1', length)))).Status);
    }

    [Theory]
    [InlineData("fr", "Un incident est survenu")]
    [InlineData("ar", "وقع خلل")]
    [InlineData("en", "Something went wrong")]
    public async Task Door_WithTheStoreDown_SaysAReferenceAndNothingElse(string language, string said)
    {
        await using var host = await PagesHost.StartAsync();
        host.Cabinet.IsBroken = true;

        var (status, page) = await host.ReadAsync($"{Case}?lang={language}", ("code", SampleCase.Code));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.Contains("000001", page, StringComparison.Ordinal);
        Assert.DoesNotContain("disk", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ar;q=0.8, en-GB;q=0.9, de", "en")]
    [InlineData("ar-MA", "ar")]
    [InlineData("de, *", "fr")]
    [InlineData("en;q=0, ar;q=0.1", "ar")]
    [InlineData(null, "fr")]
    public async Task Language_OfABrowser_IsTheFirstThatTheFundSpeaks(string? accepted, string expected)
    {
        await using var host = await PagesHost.StartAsync();
        if (accepted is not null)
            host.Client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", accepted);

        using var response = await host.GetAsync(Case);

        Assert.Contains($"<html lang=\"{expected}\"", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_Headers_LetNothingInAndLeaveNothingBehind()
    {
        await using var host = await PagesHost.StartAsync();
        using var asked = await host.GetAsync(Case);
        using var opened = await host.PostAsync(Case, ("code", SampleCase.Code));
        using var refused = await host.GetAsync("/cases/x");

        Assert.All([asked, opened, refused], response =>
        {
            Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
            Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
            Assert.Equal("noindex, nofollow", Assert.Single(response.Headers.GetValues("X-Robots-Tag")));
            Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
            var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
            Assert.StartsWith("default-src 'none'; style-src 'self';", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        });
    }
}
