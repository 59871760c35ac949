namespace ChatChannels.Tests.Host.Checking;

public sealed class DiagramTests
{
    [Fact]
    public void Diagram_TheCommittedOnes_AreOfToday()
    {
        var diagrams = Commanded.Run("diagram", "--check", "--Funds:Folder", Repository.PathOf("funds"), "--to", Repository.PathOf("docs/flows"));

        Assert.True(diagrams.Code == 0, string.Join('\n', diagrams.Lines));
    }

    [Fact]
    public void Diagram_WrittenTwice_IsTheSameWithLinuxLineEnds()
    {
        using var funds = new PlantedFunds();
        Assert.Equal(0, Write(funds).Code);
        var first = Read(funds);
        Assert.Equal(0, Write(funds).Code);

        Assert.Equal(first, Read(funds));
        Assert.All(first.Values, text => Assert.DoesNotContain('\r', text));
        Assert.True(first.ContainsKey("session.md"));
        Assert.Contains("[person-form at review](person-form.md)", first["cnps-cm/change.md"], StringComparison.Ordinal);
    }

    [Fact]
    public void Check_AChangedFlow_IsNamed()
    {
        using var funds = new PlantedFunds();
        Write(funds);
        funds.Change("cnps-cm/services/person-form.yaml", "surname: { ask: name,", "surname: { ask: name, save: true,");

        var check = Commanded.Run("diagram", "--check", "--Funds:Folder", funds.Folder);

        Assert.Equal(1, check.Code);
        Assert.StartsWith("cnps-cm/person-form.md ", check.Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Check_ADrawingOfNothing_IsNamed()
    {
        using var funds = new PlantedFunds();
        Write(funds);
        File.WriteAllText(Path.Combine(funds.Diagrams, "gone.md"), "# gone\n");

        Assert.Equal(1, Commanded.Run("diagram", "--check", "--Funds:Folder", funds.Folder).Code);
        Write(funds);
        Assert.False(File.Exists(Path.Combine(funds.Diagrams, "gone.md")));
    }

    private static Commanded Write(PlantedFunds funds) => Commanded.Run("diagram", "--Funds:Folder", funds.Folder);

    private static SortedDictionary<string, string> Read(PlantedFunds funds) => new(
        Directory.EnumerateFiles(funds.Diagrams, "*", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(funds.Diagrams, file), File.ReadAllText, StringComparer.Ordinal),
        StringComparer.Ordinal);
}
