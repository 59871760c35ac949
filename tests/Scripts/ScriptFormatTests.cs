using System.Diagnostics;
using ChatChannels.Host;
using ChatChannels.Host.Replay;

namespace ChatChannels.Tests.Scripts;

/// <summary>What a script may say, and who may rewrite it.</summary>
public sealed class ScriptFormatTests
{
    private const string Head = "# now 2026-03-05T09:00:00Z phone +237650000001\n";

    [Fact]
    public void Read_EveryHappening_WritesTheSame()
    {
        const string Text = Head + """
            > *237*1#
            < CON Menu
            <
            < 1 A
            ! audit service-begun a
            > 1
            > (again)
            > (the code)

            # A remark.
            > (from +237650000002)
            > (hang up)
            > (processing run)
            > (open-case fails)
            > (open-case works)
            ~ 70s
            ~ 15m
            ~ 25h
            ~ 2d
            % takes
            % says Bonjour
            < Agent : Bonjour
            % returns
            % nobody answers
            >

            """;

        Assert.Equal(Text.ReplaceLineEndings("\n"), ChatScriptReader.Read("any.chat", Text).Write());
    }

    [Theory]
    [InlineData("> (jump)\n", "any.chat:2: (jump) is nothing that can happen.")]
    [InlineData("% sleeps\n", "any.chat:2: an agent signs in or out, takes, says something, returns, or nobody answers.")]
    [InlineData("~ soon\n", "any.chat:2: time is written 70s, 15m, 24h or 2d.")]
    [InlineData("< CON\n", "any.chat:2: a screen or an effect must stand right behind what it comes of.")]
    [InlineData("> 1\n\n< CON\n", "any.chat:4: a screen or an effect must stand right behind what it comes of.")]
    public void Read_LineNotUnderstood_SaysWhere(string line, string says)
    {
        var refused = Assert.Throws<FormatException>(() => ChatScriptReader.Read("any.chat", Head + line));

        Assert.Equal(says, refused.Message);
    }

    [Fact]
    public void Read_WithoutHead_IsRefused() =>
        Assert.Throws<FormatException>(() => ChatScriptReader.Read("any.chat", "> *237*1#\n"));

    [Fact]
    public async Task Update_WhereCiIsSet_IsRefusedAndLeavesTheFile()
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, Head + "> *237*1#\n", TestContext.Current.CancellationToken);
            var start = new ProcessStartInfo("dotnet", [typeof(Composition).Assembly.Location, "replay", file, "--update"]) { RedirectStandardError = true, UseShellExecute = false };
            start.Environment["CI"] = "true";
            using var process = Process.Start(start)!;
            var said = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);

            Assert.Equal(1, process.ExitCode);
            Assert.Contains("--update is refused where CI is set", said, StringComparison.Ordinal);
            Assert.Equal(Head + "> *237*1#\n", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        }
        finally
        {
            File.Delete(file);
        }
    }
}
