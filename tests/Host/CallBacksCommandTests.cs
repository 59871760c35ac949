using ChatChannels.Tests.Host.Checking;

namespace ChatChannels.Tests.Host;

/// <summary>What an operator sees of <c>call-backs</c>.</summary>
public sealed class CallBacksCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chatchannels-call-backs-");

    public CallBacksCommandTests() =>
        Assert.Equal(0, Commanded.Run(["import", "members", Repository.PathOf("funds/cnss-tg/sample/members.csv"), "--fund", "cnss-tg", .. Settings]).Code);

    private string[] Settings =>
    [
        "--Funds:Folder", Repository.PathOf("funds"),
        "--Storage:Path", Path.Combine(_folder.FullName, "x.db"), "--Storage:KeyFile", Path.Combine(_folder.FullName, "x.key"),
    ];

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void List_NobodyWaits_ShowsTheHeadAlone()
    {
        var list = Commanded.Run(["call-backs", "list", .. Settings]);

        Assert.Equal((0, "reference\tfund\tasked\tnumber\tlanguage\tabout"), (list.Code, Assert.Single(list.Lines)));
    }

    [Fact]
    public void List_UnknownFund_IsSaidInASentence()
    {
        var list = Commanded.Run(["call-backs", "list", "--fund", "cnss-xx", .. Settings]);

        Assert.Equal((1, "There is no fund cnss-xx, but cnops-ma, cnps-cm, cnss-ma, cnss-tg."), (list.Code, Assert.Single(list.Lines)));
    }

    [Fact]
    public void Close_UnknownReference_IsSaidInASentence()
    {
        var close = Commanded.Run(["call-backs", "close", "123 456 7897", "--by", "Awa", "--why", "fait", .. Settings]);

        Assert.Equal((1, "No call-back 123 456 7897 waits: it is closed already, or there is none."), (close.Code, Assert.Single(close.Lines)));
    }

    [Fact]
    public void Close_WithoutAReason_IsRefused()
    {
        var close = Commanded.Run(["call-backs", "close", "1234567897", "--by", "Awa", "--why", " ", .. Settings]);

        Assert.Equal((1, "Say who closes it with --by, and what came of it with --why."), (close.Code, Assert.Single(close.Lines)));
    }
}
