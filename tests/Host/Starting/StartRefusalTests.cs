using System.Net;
using System.Net.Sockets;
using ChatChannels.Tests.Host.Checking;

namespace ChatChannels.Tests.Host.Starting;

/// <summary>What an operator can mend is said in a sentence, by the service and by every command, and no stack of calls stands beside it.</summary>
public sealed class StartRefusalTests : IDisposable
{
    private static readonly Dictionary<string, string> Nothing = [];
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chatchannels-start-");

    private string[] Sound =>
    [
        "--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default", "Error", "--Funds:Folder", Repository.PathOf("funds"), "--Funds:PublicUrl", "https://fund.example/",
        "--Storage:Path", Inside("test.db"), "--Storage:KeyFile", Inside("test.key"), "--Ussd:AfricasTalking:SecretPath", "start-0123456789abcdef",
    ];

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("Storage:Path", "data/test.db", "Storage:Path is data/test.db. Outside development it must be an absolute path")]
    [InlineData("Storage:KeyFile", "test.key", "Storage:KeyFile is test.key. Outside development it must be an absolute path")]
    [InlineData("Storage:AuditAnchor", "test.audit", "Storage:AuditAnchor is test.audit. Outside development it must be an absolute path")]
    [InlineData("Storage:Kind", "Oracle", "Failed to convert configuration value 'Oracle' at 'Storage:Kind'")]
    [InlineData("Storage:Kind", "Postgres", "PostgreSQL needs a connection string: Storage:ConnectionString.")]
    [InlineData("Funds:PublicUrl", "", "Funds:PublicUrl is not set.")]
    [InlineData("Funds:PublicUrl", "foo", "Funds:PublicUrl is 'foo'; it must be an absolute address")]
    [InlineData("Funds:PublicUrl", "http://fund.example/", "Funds:PublicUrl is http://fund.example/. Outside development it must begin with https://")]
    [InlineData("Funds:PublicUrl", "https://fund.example/?a=b", "Funds:PublicUrl must be an address alone")]
    [InlineData("Funds:PublicUrl", "ftp://fund.example/", "Funds:PublicUrl is 'ftp://fund.example/'")]
    [InlineData("Funds:Folder", "/nowhere/at/all", "/nowhere/at/all")]
    [InlineData("urls", "foo", "Invalid url: 'foo'.")]
    [InlineData("urls", "http://127.0.0.1:99999", "The addresses in Urls cannot be served")]
    [InlineData("urls", "http://127.0.0.1:5081/path", "The addresses in Urls cannot be served")]
    [InlineData("Logging:LogLevel:Default", "Loud", "Mend the settings under Logging.")]
    [InlineData("Funds:Folder", "/proc/self/ns", "There is no fund in")]
    public void Start_BadSetting_IsSaidInASentence(string setting, string value, string said) => AssertRefused(said, [.. Sound, $"--{setting}", value]);

    [Fact]
    public void Start_BadConnectionString_IsSaidInASentence() =>
        AssertRefused("Storage:ConnectionString cannot be read", [.. Sound, "--Storage:Kind", "Postgres", "--Storage:ConnectionString", "Hosst=127.0.0.1"]);

    [Fact]
    public void Start_DatabaseThatIsDown_IsSaidInASentence() =>
        AssertRefused("PostgreSQL cannot be reached: Failed to connect to 127.0.0.1:1.", [.. Sound, "--Storage:Kind", "Postgres", "--Storage:ConnectionString", "Host=127.0.0.1;Port=1;Username=nobody"]);

    [Fact]
    public void Start_FolderThatIsAFile_IsSaidInASentence()
    {
        File.WriteAllText(Inside("file"), "");

        AssertRefused(Inside("file"), [.. Sound, "--Storage:Path", Path.Combine(Inside("file"), "test.db")]);
    }

    [Fact]
    public void Start_FileThatIsNoDatabase_IsSaidInASentence()
    {
        File.WriteAllText(Inside("test.db"), new string('x', 4096));

        AssertRefused("is no SQLite database", Sound);
    }

    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public void Start_KeyThatIsGoneOrAnother_IsRefusedAndMadeAnewNever()
    {
        AssertDone("backup", Inside("first.backup"));
        File.Move(Inside("test.key"), Inside("kept.key"));

        AssertRefused("is missing, and the database holds data sealed with it", Sound);

        Assert.False(File.Exists(Inside("test.key")));
        File.WriteAllBytes(Inside("test.key"), new byte[32]);
        File.SetUnixFileMode(Inside("test.key"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        AssertRefused("is not the one this database was sealed with", Sound);
    }

    [Fact]
    public void Start_BrokenYaml_NamesFileAndLine()
    {
        Directory.CreateDirectory(Inside("funds/common"));
        Directory.CreateDirectory(Inside("funds/broken"));
        File.WriteAllText(Inside("funds/broken/fund.yaml"), "country: CM\nlanguages: [fr\n");

        AssertRefused("broken/fund.yaml:", [.. Sound, "--Funds:Folder", Inside("funds")]);
    }

    [Fact]
    public async Task Start_PortTaken_IsSaidOnceAndWithoutAStackOfCalls()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var url = $"http://{taken.LocalEndpoint}";

        var (code, said) = await StartProgram.Run(Nothing, [.. Sound, "--urls", url]);

        Assert.Equal(1, code);
        Assert.Equal($"Failed to bind to address {url}: address already in use. Stop what listens there, or serve elsewhere: --urls http://localhost:5081.", said.Trim());
    }

    [Fact]
    public async Task Start_FailpointInProduction_IsRefused()
    {
        var (code, said) = await StartProgram.Run(new Dictionary<string, string>(StringComparer.Ordinal) { ["CHATCHANNELS_FAILPOINT"] = "before-commit:7" }, Sound);

        Assert.Equal(1, code);
        Assert.StartsWith("CHATCHANNELS_FAILPOINT is set.", said.Trim(), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_UnknownSettings_AreNamedWithTheNearest()
    {
        var strange = new Dictionary<string, string>(StringComparer.Ordinal) { ["Storage__Knd"] = "Postgres", ["Storge__Kind"] = "Postgres", ["Elsewhere__Kind"] = "x" };

        var (_, said) = await StartProgram.Run(
            strange, "--Storage:Pathh", "/x", "--Bot:WhatsApp:Patiense", "x", "--Bot:DirectLine:Secretts:0:Fund", "x", "--Bot:WhatsApp:Templates:fr", "avis", "--Funds:PublicUrl", "https://fund.example/");

        Assert.Contains("There is no setting Storage:Pathh; it is ignored. Did you mean Storage:Path?", said, StringComparison.Ordinal);
        Assert.Contains("There is no setting Storage:Knd; it is ignored. Did you mean Storage:Kind?", said, StringComparison.Ordinal);
        Assert.Contains("There is no setting Storge:Kind; it is ignored. Did you mean Storage:Kind?", said, StringComparison.Ordinal);
        Assert.Contains("There is no setting Bot:WhatsApp:Patiense; it is ignored. Did you mean Bot:WhatsApp:Patience?", said, StringComparison.Ordinal);
        Assert.Contains("There is no setting Bot:DirectLine:Secretts:0:Fund; it is ignored.", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Elsewhere", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Templates", said, StringComparison.Ordinal);
        Assert.DoesNotContain("PublicUrl", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is no command nonsense. --help lists them", "nonsense")]
    [InlineData("There is no command chek. Did you mean check?", "chek")]
    [InlineData("There is no option --url. Did you mean --urls?", "--url", "http://localhost:5081")]
    [InlineData("There is no option --quit. Did you mean --quiet?", "check", "--quit")]
    [InlineData("check takes no everything.", "check", "everything")]
    [InlineData("--Storage:Kind needs a value.", "--Storage:Kind")]
    [InlineData("There is no option --forse. Did you mean --force?", "restore", "x", "--forse")]
    [InlineData("--url takes an address like http://localhost:5080, not somewhere.", "dial", "--url", "somewhere")]
    [InlineData("No service answers at 127.0.0.1:1", "dial", "--url", "http://127.0.0.1:1")]
    public void Command_NotThere_IsRefusedWithTheNearest(string said, params string[] args) => AssertRefused(said, args);

    [Theory]
    [InlineData("backup", "copy")]
    [InlineData("restore", "copy")]
    [InlineData("verify-audit")]
    [InlineData("outbox", "status")]
    public void Command_OnAPlaceThatIsRelative_IsRefused(params string[] args) => AssertRefused("Storage:Path is data/chatchannels.db.", args);

    private static void AssertRefused(string said, params string[] args)
    {
        var run = Commanded.Run(args);

        Assert.Equal(1, run.Code);
        Assert.Contains(said, string.Join('\n', run.Lines), StringComparison.Ordinal);
        Assert.DoesNotContain(run.Lines, line => line.StartsWith("   at ", StringComparison.Ordinal));
    }

    private void AssertDone(params string[] command)
    {
        File.WriteAllText(Inside("members.csv"), "number,since\n1,2020-01-01\n");
        Assert.Equal(0, Commanded.Run(["import", "members", Inside("members.csv"), "--fund", "cnss-tg", .. Sound]).Code);
        Assert.Equal(0, Commanded.Run([.. command, .. Sound]).Code);
    }

    private string Inside(string name) => Path.Combine(_folder.FullName, name);
}
