using System.ComponentModel.DataAnnotations;

namespace ChatChannels.Pages;

/// <summary>The pages that links in messages lead to.</summary>
public sealed class PagesOptions
{
    /// <summary>How long a page may take behind, in seconds from 1 to 60; a page that is later says that the service is in trouble.</summary>
    /// <value>The default is 10.</value>
    [Range(1, 60)]
    public int DeadlineSeconds { get; set; } = 10;

    /// <summary>How long sending a paper may take, in seconds from 60 to 3,600: a photo of 2 MB takes six minutes at 50 kbit/s.</summary>
    /// <value>The default is 1,800.</value>
    [Range(60, 3600)]
    public int UploadSeconds { get; set; } = 1800;

    /// <summary>Requests a minute of one network address, from 1 to 1,000,000: behind one a mobile operator may hold thousands of people.</summary>
    /// <value>The default is 600.</value>
    [Range(1, 1_000_000)]
    public int RequestsPerMinute { get; set; } = 600;
}
