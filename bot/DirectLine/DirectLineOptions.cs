using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace ChatChannels.Bot.DirectLine;

/// <summary>Who may open conversations by Direct Line, and how much of it.</summary>
public sealed class DirectLineOptions
{
    /// <summary>The secrets by which funds' own sites get tokens for their visitors.</summary>
    /// <value>The default is none: only our own page opens conversations.</value>
    [ValidateEnumeratedItems]
    public IReadOnlyList<DirectLineSecretOptions>? Secrets { get; set; }

    /// <summary>The address under which clients reach <c>/v3/directline</c>, where a proxy hides it; ends with a slash.</summary>
    /// <value>The default is none: it is taken from each request.</value>
    public Uri? PublicUrl { get; set; }

    /// <summary>How long a token is good for; clients renew it every 15 minutes.</summary>
    /// <value>The default is 30 minutes; between 20 seconds and one day.</value>
    [Range(typeof(TimeSpan), "00:00:20", "1.00:00:00")]
    public TimeSpan TokenLife { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>How often an open stream looks for what other nodes have written; what this node writes is sent at once.</summary>
    /// <value>The default is 3 seconds; between 100 milliseconds and one minute.</value>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan Every { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>
    /// Conversations and tokens a minute of one network address, and as many conversations taken up again; a mobile network shows thousands
    /// of people as one.
    /// </summary>
    /// <value>The default is 600; from 1 to 1,000,000.</value>
    [Range(1, 1_000_000)]
    public int StartsPerMinute { get; set; } = 600;

    /// <summary>Activities a minute in one conversation.</summary>
    /// <value>The default is 120; from 1 to 1,000,000.</value>
    [Range(1, 1_000_000)]
    public int PostsPerMinute { get; set; } = 120;

    /// <summary>Bytes of one upload, all files together.</summary>
    /// <value>The default is 6,291,456 (6 MiB); from 1,024 to 30,000,000.</value>
    [Range(1024, 30_000_000)]
    public int LargestUpload { get; set; } = 6 * 1024 * 1024;
}
