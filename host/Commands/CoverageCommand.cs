using System.CommandLine;
using ChatChannels.Host.Documents;

namespace ChatChannels.Host.Commands;

/// <summary><c>coverage</c>: writes which state, text or rule covers each item of the specification.</summary>
internal static class CoverageCommand
{
    public static Command Create() => new GeneratedPage(
        "coverage",
        "Write docs/coverage.md: which state, text or rule covers each item of the funds' own documents.",
        "coverage.md",
        (funds, loaded) =>
        {
            var coverage = new Coverage(Specification.Read(funds), loaded);
            return (coverage.Page(), [.. coverage.Problems()]);
        }).Create();
}
