namespace ChatChannels.Host.Checking;

/// <summary>A generated page: a title, a sentence, a diagram, and perhaps a list.</summary>
internal static class MarkdownPage
{
    public static string Of(string title, string sentence, string mermaid, string list = "") =>
        $"# {title}\n\n{sentence}\n\n```mermaid\n{mermaid}```\n{(list.Length == 0 ? "" : $"\n{list}")}";
}
