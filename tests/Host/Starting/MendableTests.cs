using System.Reflection;
using ChatChannels.Host.Starting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;

namespace ChatChannels.Tests.Host.Starting;

/// <summary>Which failures a person can mend, and what is said of them: those that a test cannot bring about on every machine.</summary>
public sealed class MendableTests
{
    private const int NoSpace = 28;
    private const int ReadOnly = 30;

    public static TheoryData<Exception, string> Failures => new()
    {
        { new IOException("No space left on device : '/var/lib/chat/master.key.ab'", NoSpace), "The disk is full: No space left on device" },
        { new IOException("Read-only file system : '/var/lib/chat'", ReadOnly), "Nothing can be written there; name another place" },
        { new UnauthorizedAccessException("Access to the path '/var/lib/chat' is denied."), "Give the user who runs this the right to it" },
        { new SqliteException("SQLite Error 13: 'database or disk is full'.", 13), "The disk of the SQLite file is full. Make room, then start again" },
        { new SqliteException("SQLite Error 8: 'attempt to write a readonly database'.", 8), "cannot be written" },
        { new SqliteException("SQLite Error 11: 'database disk image is malformed'.", 11), "restore a backup" },
        { new TypeInitializationException("X", new InvalidDataException("CHATCHANNELS_FAILPOINT takes a point and a number")), "takes a point and a number" },
        { new AggregateException(new IOException("No space left on device", NoSpace)), "The disk is full" },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public void Sentence_OfWhatAPersonCanMend_SaysHow(Exception failure, string said) =>
        Assert.Contains(said, Mendable.Sentence(failure)!, StringComparison.Ordinal);

    [Fact]
    public void Sentence_OfBrokenSettings_NamesFileAndLine()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "{\n  \"Storage\": {\n    \"Kind\" \"Sqlite\"\n  }\n}");
        var failure = Record.Exception(() => new ConfigurationBuilder().AddJsonFile(file).Build())!;
        File.Delete(file);

        var said = Mendable.Sentence(failure)!;

        Assert.Contains(file, said, StringComparison.Ordinal);
        Assert.Contains("LineNumber: 2", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Sentence_OfAFaultOfOurs_IsNone()
    {
        Assert.Null(Mendable.Sentence(new NotSupportedException()));
        Assert.Null(Mendable.Sentence(new InvalidOperationException("Sequence contains no elements")));
        Assert.Null(Mendable.Sentence(new SqliteException("SQLite Error 1: 'no such table: x'.", 1)));
        Assert.Null(Mendable.Sentence(new TargetInvocationException(null)));
    }

    [Theory]
    [InlineData("nonsense", null)]
    [InlineData("chek", "check")]
    [InlineData("CHECK", "check")]
    [InlineData("verify", null)]
    [InlineData("imports", "import")]
    public void Nearest_OfAWord_IsOneOfFewOtherLetters(string word, string? near) =>
        Assert.Equal(near, Nearest.To(word, ["dial", "check", "import", "restore", "verify-audit"]));
}
