using ChatChannels.Runtime.Web;

namespace ChatChannels.Pages.Views;

/// <summary>One page before its frame.</summary>
/// <param name="Status">HTTP status.</param>
internal sealed record Page(int Status, string Title, Html Main)
{
    /// <summary>Whether it is a document of the state, which bears the state's name and motto (CNPS-1).</summary>
    public bool IsDocument { get; init; }

    /// <summary>The page that another language shows, of <see cref="Links"/>; null where languages cannot be switched.</summary>
    public string? Door { get; init; }

    /// <summary>The secret code that the switch of languages hands on; null before one was given.</summary>
    public string? Code { get; init; }
}
