using System.ComponentModel.DataAnnotations;

namespace ChatChannels.Bot.DirectLine;

/// <summary>The secret of one fund's site.</summary>
public sealed class DirectLineSecretOptions
{
    /// <summary>The fund, by the name of its folder.</summary>
    /// <value>none; required</value>
    [Required]
    public string Fund { get; set; } = "";

    /// <summary>What the site's server shows instead of a token; never given to a browser.</summary>
    /// <value>none; required, 32 characters or more</value>
    [Required]
    [MinLength(32)]
    public string Secret { get; set; } = "";
}
