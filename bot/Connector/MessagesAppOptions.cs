using System.ComponentModel.DataAnnotations;

namespace ChatChannels.Bot.Connector;

/// <summary>One app that the bot is registered as.</summary>
public sealed class MessagesAppOptions
{
    /// <summary>The app's id, to which tokens are addressed.</summary>
    /// <value>none; required</value>
    [Required]
    public string AppId { get; set; } = "";

    /// <summary>The app's secret, by which it gets its own tokens.</summary>
    /// <value>none; required, 16 characters or more</value>
    [Required]
    [MinLength(16)]
    public string Secret { get; set; } = "";

    /// <summary>The fund that it speaks for, by the name of its folder.</summary>
    /// <value>none; required</value>
    [Required]
    public string Fund { get; set; } = "";

    /// <summary>The ids of the apps whose bots may call it as a skill, separated by blanks.</summary>
    /// <value>The default is none.</value>
    public string? Callers { get; set; }
}
