using System.CommandLine;
using ChatChannels.Host.Documents;

namespace ChatChannels.Host.Commands;

/// <summary><c>translations</c>: writes which words a native reader should look at, and where they stand.</summary>
internal static class TranslationsCommand
{
    public static Command Create() => new GeneratedPage(
        "translations",
        "Write docs/translation-review.md: Arabic terms without an official source, and where they stand.",
        "translation-review.md",
        (funds, loaded) => (new TranslationReview(ReviewTerm.Read(funds), [.. loaded.Select(fund => fund.Files)]).Page(), [])).Create();
}
