using System.ComponentModel.DataAnnotations;

namespace ChatChannels.Pages;

/// <summary>The pages that links in messages lead to.</summary>
public sealed class PagesOptions
{
    /// <summary>How long a page may take behind, in seconds from 1 to 60; a page that is later says that the service is in trouble.</summary>
    /// <value>The default is 10.</value>
    [Range(1, 60)]
    public int DeadlineSeconds { get; set; } = 10;

    /// <summary>Requests a minute of one network address, from 1 to 1,000,000: behind one a mobile operator may hold thousands of people.</summary>
    /// <value>The default is 600.</value>
    [Range(1, 1_000_000)]
    public int RequestsPerMinute { get; set; } = 600;
}
