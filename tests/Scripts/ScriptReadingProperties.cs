using ChatChannels.Host.Replay;
using FsCheck;
using FsCheck.Fluent;

namespace ChatChannels.Tests.Scripts;

/// <summary>Any text is a script or a sentence that says in which line it is none.</summary>
public sealed class ScriptReadingProperties
{
    private static readonly Gen<string> Lines = Gen.Elements(
        "# now 2026-03-05T09:00:00Z phone +237650000001", "# a comment", "", "> *237*1#", "> 1", ">", "> (again)", "> (hang up)", "> (from +237650000002)", "> (from +",
        "> (open-case fails)", "> (nothing)", "< CON Votre nom ?", "<", "! audit x", "~ 70s", "~ 2d", "~ x", "~", "~ 1e400d", "~ NaNs", "?", "é", "\uD83D", "> \0");

    [Fact]
    public void Read_AnyLines_IsAScriptThatWritesItselfOrSaysTheLine() => Prop.ForAll(Lines.ListOf().ToArbitrary(), lines =>
    {
        var text = string.Join('\n', lines) + "\n";
        try
        {
            var written = ChatScriptReader.Read("any", text).Write();
            return string.Equals(written, ChatScriptReader.Read("any", written).Write(), StringComparison.Ordinal);
        }
        catch (FormatException said)
        {
            return said.Message.StartsWith("any:", StringComparison.Ordinal);
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(3_000));
}
