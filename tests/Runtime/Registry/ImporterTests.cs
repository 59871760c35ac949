using ChatChannels.Conversation;
using ChatChannels.Conversation.Flows;
using ChatChannels.Host.Replay;
using ChatChannels.Runtime.Registry.Importing;
using ChatChannels.Runtime.Storage;
using ChatChannels.Services.Claims;
using ChatChannels.Tests.Conversation.Engine;
using ChatChannels.Tests.Runtime.Storage;

namespace ChatChannels.Tests.Runtime.Registry;

/// <summary>Files fill the local register whole, or say line by line why not and change nothing.</summary>
public sealed class ImporterTests() : StorageTest(StorageKind.Sqlite)
{
    private const string People = """
        number,since,id-type,id-number,surname,given-names,birth-date,mother-name,phone,phone-since,payment-mode,standing,reason
        1001,2012-05-14,national-id,900000101,MODELE,JEAN,1985-02-02,MODELE JEANNE,655550101,2020-01-01,transfer,,
        1002,2004-01-19,id-receipt,TRY9000104,"ESSAI",CLAIRE,2025-04-30,,,,,not-eligible,other-scheme
        """;

    private static readonly Fund Sample = Funds.Sample with
    {
        Policies = Funds.Sample.Policies.Add("claim-states", new(System.Collections.Immutable.ImmutableDictionary<string, string>.Empty.Add("LIQ", "settled"))),
    };

    private readonly ReplayClock _clock = new(Samples.Noon);

    [Fact]
    public async Task Import_Members_AreAsTheAnswersWouldBe()
    {
        AssertTaken(2, await Import(ImportKind.Members, People));

        var member = await Node.Register.Get(Sample.Id, "1001", Stop);
        Assert.Equal(("JEAN MODELE", "+237655550101", new DateOnly(2020, 1, 1)), (member!.Names, member.Phone, member.PhoneSince));
        Assert.True(await Node.Register.Knows(Sample.Id, "national-id:900000101", null, Stop));
        Assert.Equal("other-scheme", (await Node.Register.Get(Sample.Id, "1002", Stop))!.Reason);
    }

    [Fact]
    public async Task Import_AccountsAndClaims_BelongToMembers()
    {
        await Import(ImportKind.Members, People);

        AssertTaken(1, await Import(ImportKind.Accounts, "number,since\n1001,2024-01-01"));
        AssertTaken(1, await Import(ImportKind.Employers, "number,name\nE1,ENTREPRISE FICTIVE"));
        AssertTaken(2, await Import(ImportKind.Claims, """
            claim;number;state;filed-on;amount-claimed;missing-pieces;complete-by
            77;1001;LIQ;2026-01-05;1250.50;;
            78;1001;completion-asked;2026-02-05;;stamp | invoice;2026-04-05
            """));

        Assert.True((await Node.Register.Get(Sample.Id, "1001", Stop))!.HasAccount);
        var claims = await Node.Register.Claims(Sample.Id, "1001", Stop);
        Assert.Equal([("78", ClaimState.CompletionAsked), ("77", ClaimState.Settled)], claims.Select(claim => (claim.Id, claim.State)));
        Assert.Equal(["stamp", "invoice"], claims[0].MissingPieces);
        Assert.Equal(1250.5m, claims[1].AmountClaimed);
        Assert.Equal(1, await Count("employers"));
    }

    [Fact]
    public async Task Import_EmployersOfASample_AreInWithTheirFacts()
    {
        var fund = Funds.Directory.Find(new FundId("cnss-tg"))!;
        var file = Repository.PathOf("funds/cnss-tg/sample/employers.csv");

        AssertTaken(3, await new Importer(Node.RegisterTables, _clock).Import(fund, ImportKind.Employers, file, Stop));
        AssertTaken(3, await new Importer(Node.RegisterTables, _clock).Import(fund, ImportKind.Employers, file, Stop));

        Assert.Equal(3, await Count("employers"));
    }

    [Theory]
    [InlineData("number,since\n1,2020-01-01\n,2020-01-01", "3: 'number' is empty")]
    [InlineData("number,since\n1,2020-13-01", "2: 'since' is no date like 2026-03-05")]
    [InlineData("number,since\n1,", "2: 'since' is empty")]
    [InlineData("number,since\n1,2020-01-01\n\n1,2020-01-01", "4: this number or identity document stands in the file before")]
    [InlineData("number,since,id-type,id-number\n1,2020-01-01,passport,AB1234\n2,2020-01-01,passport,ab1234", "3: this number or identity document stands in the file before")]
    [InlineData("number,shoe-size\n1,42", "1: the column 'since' is missing|1: there is no column 'shoe-size'")]
    [InlineData("number,since,number\n1,2020-01-01,1", "1: the column 'number' stands twice")]
    [InlineData("number,since,standing\n1,2020-01-01,maybe", "2: 'standing' is none of not-eligible, not-registered, registered")]
    [InlineData("number,since,birth-date,id-type\n1,2020-01-01,yesterday,card", "2: 'birth-date' is no date|2: 'id-type' is none of the options")]
    [InlineData("number,since,phone\n1,2020-01-01,12", "2: 'phone' is no phone")]
    [InlineData("number,since\n1,2020-01-01,more", "2: not readable: a quote is not closed, or there are more or fewer fields than columns")]
    [InlineData("number,since\n1,2020-01-01\n\"2,2020-01-01", "3: not readable: a quote is not closed, or there are more or fewer fields than columns")]
    public async Task Import_BadRows_AreReportedAndNothingIsIn(string file, string defects)
    {
        var report = await Import(ImportKind.Members, file);

        Assert.Equal(defects, string.Join('|', report.Defects.Select(defect => $"{defect.Line}: {defect.Why}")));
        Assert.Equal((0, 0), (await Count("members"), await Count("keys")));
    }

    [Theory]
    [InlineData("number;since;surname\n1;2020-01-01;KoffÃ©", "")]
    [InlineData("number;since;surname\n1;2020-01-01;Koff\u00E9", "2: 'surname' is no text in UTF-8")]
    [InlineData("num\u00E9ro;since\n1;2020-01-01", "1: the header is no text in UTF-8")]
    [InlineData("\u0007number;since\n1;2020-01-01", "1: the header is no text in UTF-8")]
    public async Task Import_FileOfAnotherEncoding_SaysSo(string octets, string defects)
    {
        var file = Path.Combine(Bed.Folder, "octets.csv");
        await File.WriteAllTextAsync(file, octets, System.Text.Encoding.Latin1, Stop);

        var report = await new Importer(Node.RegisterTables, _clock).Import(Sample, ImportKind.Members, file, Stop);

        Assert.Equal(defects, string.Join('|', report.Defects.Select(defect => $"{defect.Line}: {defect.Why}")));
    }

    [Fact]
    public async Task Import_ClaimsOfNobody_ReportTheLine()
    {
        await Import(ImportKind.Members, People);

        var report = await Import(ImportKind.Claims, "claim,number,state,filed-on\n77,1001,paid,2026-01-05\n78,1009,paid,2026-01-05\n79,1001,sold,2026-01-05");
        Assert.Equal(4, Assert.Single(report.Defects).Line);
        report = await Import(ImportKind.Claims, "claim,number,state,filed-on\n77,1001,paid,2026-01-05\n78,1009,paid,2026-01-05");

        Assert.Equal(3, Assert.Single(report.Defects).Line);
        Assert.Equal(0, await Count("claims"));
    }

    [Fact]
    public async Task Import_ManyBadRows_StopsReadingAndNamesNoValue()
    {
        var rows = string.Join('\n', Enumerable.Range(0, 5000).Select(n => $"9{n},1985-99-99"));

        var report = await Import(ImportKind.Members, $"number,since\n{rows}");

        Assert.Equal(200, report.Defects.Count);
        Assert.All(report.Defects, defect => Assert.DoesNotContain("1985", defect.Why, StringComparison.Ordinal));
    }

    private async Task<ImportReport> Import(ImportKind kind, string text)
    {
        var file = Path.Combine(Bed.Folder, "import.csv");
        await File.WriteAllTextAsync(file, text, Stop);
        return await new Importer(Node.RegisterTables, _clock).Import(Sample, kind, file, Stop);
    }

    private static void AssertTaken(long rows, ImportReport report)
    {
        Assert.Empty(report.Defects);
        Assert.Equal(rows, report.Rows);
    }
}
