using ChatChannels.Runtime.Web;

namespace ChatChannels.Pages;

/// <summary>The files that the pages use.</summary>
internal static class PageFiles
{
    public static readonly WebFile Style = Of("pages.css", "text/css; charset=utf-8");
    public static readonly WebFile Print = Of("print.js", "text/javascript; charset=utf-8");

    private static WebFile Of(string name, string contentType)
    {
        var assembly = typeof(PageFiles).Assembly;
        return new(assembly, name, contentType, $"/pages/{WebFile.VersionOf(assembly, name)}/{name}");
    }
}
