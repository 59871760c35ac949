using System.Globalization;
using ChatChannels.Host.Documents;
using ChatChannels.Tests.Host.Checking;

namespace ChatChannels.Tests.Host.Documents;

public sealed class CoverageDocumentTests
{
    private const string Person = "cnss-ma/services/person.yaml";

    [Fact]
    public void Coverage_TheCommittedPage_IsOfToday()
    {
        var coverage = Commanded.Run("coverage", "--check", "--Funds:Folder", Repository.PathOf("funds"), "--to", Repository.PathOf("docs"));

        Assert.True(coverage.Code == 0, string.Join('\n', coverage.Lines));
    }

    [Theory]
    [InlineData("CNPS-", 22)]
    [InlineData("CO-", 8)]
    [InlineData("CE-", 22)]
    [InlineData("TNS-", 21)]
    public void Specification_OfADocument_ListsEachItemOnce(string prefix, int count)
    {
        var listed = Specification.Read(Repository.PathOf("funds")).Items.Where(item => string.Equals(item.Prefix, prefix, StringComparison.Ordinal)).Select(item => item.Id);

        Assert.Equal(Enumerable.Range(1, count).Select(number => string.Create(CultureInfo.InvariantCulture, $"{prefix}{number}")), listed, StringComparer.Ordinal);
    }

    [Fact]
    public void Coverage_AnItemThatNothingCovers_IsNamed() =>
        Finds(Person, "covers: [TNS-8], ", "", "Nothing covers TNS-8 (Date d’expiration du document).");

    [Fact]
    public void Coverage_OfNoItem_IsNamed() =>
        Finds(Person, "covers: [TNS-8], ", "covers: [TNS-8, TNS-88], ", "A flow covers TNS-88, which is no item.");

    [Fact]
    public void Coverage_ByNothingThatIs_IsNamed() =>
        Finds("specification.yaml", "text recovery.title", "text recovery.titel", "TNS-5 names 'text recovery.titel', which is in no fund.");

    [Fact]
    public void Coverage_OfSomethingSaidToBeImpossible_IsNamed() =>
        Finds(Person, "covers: [TNS-8], ", "covers: [TNS-8, CE-3], ", "CE-3 is covered, and yet said to be impossible.");

    private static void Finds(string file, string old, string replacement, string problem)
    {
        using var funds = new PlantedFunds();
        funds.Change(file, old, replacement);

        var coverage = Commanded.Run("coverage", "--check", "--Funds:Folder", funds.Folder, "--to", Repository.PathOf("docs"));

        Assert.Contains(problem, coverage.Lines, StringComparer.Ordinal);
        Assert.Equal(1, coverage.Code);
    }
}
