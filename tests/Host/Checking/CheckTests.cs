namespace ChatChannels.Tests.Host.Checking;

public sealed class CheckTests
{
    private const string Planted = "cnps-cm";
    private const string Fund = "cnps-cm/fund.yaml";
    private const string Form = "cnps-cm/services/person-form.yaml";
    private const string French = "cnps-cm/texts/fr.yaml";

    [Fact]
    public void Check_TheFundsThereAre_FindsNothing()
    {
        var check = Commanded.Run("check", "--funds", Repository.PathOf("funds"), "--quiet");

        Assert.Matches(@"^\d+ funds, \d+ flows, \d+ states, \d+ languages, \d+ screens: 0 defects$", Assert.Single(check.Lines));
        Assert.Equal(0, check.Code);
    }

    [Fact]
    public void Check_NotQuiet_PrintsPlainTables()
    {
        var check = Commanded.Run("check", "--funds", Repository.PathOf("funds"));

        Assert.Contains(check.Lines, line => line.Contains("surname", StringComparison.Ordinal) && line.Contains("septets", StringComparison.Ordinal) && line.Contains("UCS-2", StringComparison.Ordinal));
        Assert.Contains(check.Lines, line => line.Contains("at most without a save point", StringComparison.Ordinal));
        Assert.DoesNotContain(check.Lines, line => line.Contains('\u001b', StringComparison.Ordinal));
        Assert.Equal(0, check.Code);
    }

    [Fact]
    public void Check_AFundThatIsNotThere_Fails() =>
        Assert.Equal(1, Commanded.Run("check", "--funds", Repository.PathOf("funds"), "--fund", "nowhere").Code);

    [Fact]
    public void Check_ALoadingDefect_IsFoundToo() => Finds(
        Form, "given-names: { ask: name", "given-names: { ask: nome", "unknown-answer-type", Form, "given-names: {");

    [Fact]
    public void Check_AnOptionLongerThanAScreen_IsTooLong() => Finds(
        French, "male: Masculin", $"male: {new string('m', 200)}", "screen-too-long", Form, "  sex: {");

    [Fact]
    public void Check_LastWordsLongerThanAScreen_AreTooLong() => Finds(
        French, "Un dossier est déjà ouvert avec cette pièce.", $"Un dossier est {string.Concat(Enumerable.Repeat("bien ouvert ", 12))}.",
        "last-words-too-long", "cnps-cm/services/pre-registration.yaml", "  already-open: { end: true, covers: [CNPS-12] }");

    [Fact]
    public void Check_LastWordsOfEveryService_AreTooLong() => Finds(
        "common/texts/fr.yaml", "Trop de demandes.", $"Trop de demandes {string.Concat(Enumerable.Repeat("et encore ", 20))}.",
        "last-words-too-long", "common/texts/fr.yaml", "  limit: ");

    [Fact]
    public void Check_MorePagesThanThePolicyAllows_AreTooMany() => Finds(
        Fund, "{ max-pages: 20 }", "{ max-pages: 1 }", "too-many-pages", Form, "  review:");

    [Fact]
    public void Check_AnSmsLongerThanThePolicyAllows_IsTooLong() => Finds(
        French, "Ne donnez ce code à personne, même à un agent.", new string('s', 400),
        "sms-too-long", French, "    sms: \"{fund} : dossier {case-number}, code secret");

    [Fact]
    public void Check_ALongStretchWithoutSavePoint_IsTooSlow() => Finds(
        Form, "residence-permit], personal: true, save: true,", "residence-permit], personal: true,", "too-slow", Form, "  id-type: {");

    [Fact]
    public void Check_ATimeZoneOfNowhere_IsUnknown() => Finds(
        Fund, "Africa/Douala", "Africa/Atlantis", "unknown-time-zone", Fund, "time-zone:");

    [Theory]
    [InlineData("*237*1#")]
    [InlineData("*237*1*2#")]
    [InlineData("*237#")]
    public void Check_ACodeThatBeginsLikeAnothers_IsTaken(string code)
    {
        using var funds = new PlantedFunds(Planted);
        funds.Double(Planted, "second");
        funds.Change("second/fund.yaml", "\"*237*1#\"", $"\"{code}\"");

        Expect(funds, "service-code-taken", "second/fund.yaml", "service-codes:");
    }

    [Fact]
    public void Check_ACodeThatOnlyLooksAlike_IsFree()
    {
        using var funds = new PlantedFunds(Planted);
        funds.Double(Planted, "second");
        funds.Change("second/fund.yaml", "\"*237*1#\"", "\"*237*12#\"");

        Assert.Equal(0, Commanded.Run("check", "--funds", funds.Folder, "--quiet").Code);
    }

    private static void Finds(string file, string old, string replacement, string kind, string where, string line)
    {
        using var funds = new PlantedFunds(Planted);
        funds.Change(file, old, replacement);

        Expect(funds, kind, where, line);
    }

    private static void Expect(PlantedFunds funds, string kind, string file, string line)
    {
        var check = Commanded.Run("check", "--funds", funds.Folder, "--quiet");

        Assert.Contains(check.Lines, defect => defect.StartsWith($"funds/{file}:{funds.LineOf(file, line)}: {kind}: ", StringComparison.Ordinal));
        Assert.Equal(1, check.Code);
    }
}
