using ChatChannels.Tests.Host.Checking;

namespace ChatChannels.Tests.Host;

/// <summary>What an operator sees of <c>import</c>: one sentence where all went well, else each line that is bad, and why.</summary>
public sealed class ImportCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chatchannels-import-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Import_EveryFileOfASample_IsTaken()
    {
        var counts = new (string Kind, string Said)[]
        {
            ("members", "9 rows imported into the register of cnss-tg."),
            ("accounts", "2 rows imported into the register of cnss-tg."),
            ("employers", "3 rows imported into the register of cnss-tg."),
            ("claims", "5 rows imported into the register of cnss-tg."),
        };

        foreach (var (kind, said) in counts)
        {
            var import = Run(kind, Sample(kind));
            Assert.Equal((0, said), (import.Code, Assert.Single(import.Lines)));
        }
    }

    [Fact]
    public void Import_BrokenFile_NamesEachLineAndTakesNothing()
    {
        var broken = Write("number,since,birth-date\n1,2020-13-01,31/31/1980\n2,2020-01-01,\n3,,\n");

        var import = Run("members", broken);

        Assert.Equal(1, import.Code);
        Assert.Equal(
            [
                "line 2: 'birth-date' is no date",
                "line 2: 'since' is no date like 2026-03-05",
                "line 4: 'since' is empty",
                "3 defects in 2 lines; nothing was imported.",
            ],
            import.Lines,
            StringComparer.Ordinal);
        Assert.Equal("line 2: there is no member of this number", Run("accounts", Write("number,since\n2,2020-01-01")).Lines[0]);
    }

    [Fact]
    public void Import_MoreDefectsThanAreNamed_SaysThatThereMayBeMore()
    {
        var import = Run("members", Write($"number,since\n{string.Join('\n', Enumerable.Range(0, 500).Select(n => $"{n},"))}"));

        Assert.Equal(["Reading stopped here: there may be more.", "200 defects in 200 lines; nothing was imported."], import.Lines.TakeLast(2), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("cars", "x.csv", "cnss-tg", "Argument 'cars' not recognized.")]
    [InlineData("members", "x.csv", "cnss-xx", "There is no fund cnss-xx, but cnops-ma, cnps-cm, cnss-ma, cnss-tg.")]
    [InlineData("members", "nowhere.csv", "cnss-tg", "There is no file ")]
    [InlineData("members", ".", "cnss-tg", "There is no file ")]
    public void Import_WhatIsNotThere_IsSaidInASentence(string kind, string name, string fund, string said)
    {
        Write("number,since");

        var import = Run(kind, Path.Combine(_folder.FullName, name), fund);

        Assert.Equal(1, import.Code);
        Assert.StartsWith(said, import.Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Import_DatabaseThatDoesNotAnswer_IsSaidInASentence()
    {
        var import = Run("members", Sample("members"), "cnss-tg", "--Storage:Kind", "Postgres", "--Storage:ConnectionString", "Host=127.0.0.1;Port=1;Username=nobody");

        Assert.Equal((1, "PostgreSQL cannot be reached: Failed to connect to 127.0.0.1:1. Connection refused. Start it, or mend Storage:ConnectionString."), (import.Code, Assert.Single(import.Lines)));
    }

    private static string Sample(string kind) => Repository.PathOf($"funds/cnss-tg/sample/{kind}.csv");

    private string Write(string text)
    {
        var file = Path.Combine(_folder.FullName, "x.csv");
        File.WriteAllText(file, text);
        return file;
    }

    private Commanded Run(string kind, string file, string fund = "cnss-tg", params string[] settings) => Commanded.Run(
        [
            "import", kind, file, "--fund", fund, "--Funds:Folder", Repository.PathOf("funds"),
            "--Storage:Path", Path.Combine(_folder.FullName, "import.db"), "--Storage:KeyFile", Path.Combine(_folder.FullName, "import.key"), .. settings,
        ]);
}
