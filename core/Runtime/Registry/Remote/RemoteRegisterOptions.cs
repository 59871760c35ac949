using System.ComponentModel.DataAnnotations;

namespace ChatChannels.Runtime.Registry.Remote;

/// <summary>A fund's own register, reached by the contract in <c>docs/registry-api.yaml</c>.</summary>
public sealed class RemoteRegisterOptions
{
    /// <summary>The fund, by the name of its folder.</summary>
    /// <value>none; required</value>
    [Required]
    public string Fund { get; set; } = "";

    /// <summary>Where the contract's paths begin; ends with a slash. HTTPS outside of this machine.</summary>
    /// <value>none; required</value>
    [Required]
    public Uri? Url { get; set; }

    /// <summary>The bearer token; a secret.</summary>
    /// <value>none; required, 16 characters or more</value>
    [Required]
    [MinLength(16)]
    public string Token { get; set; } = "";

    /// <summary>How long a person waits for the register, a second try included; a service action may take 1.5 seconds.</summary>
    /// <value>The default is 1.2 seconds; between 0.1 and 1.4 seconds.</value>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:00:01.4")]
    public TimeSpan Deadline { get; set; } = TimeSpan.FromSeconds(1.2);

    /// <summary>How long the delivery of a request may take; no person waits for it.</summary>
    /// <value>The default is 10 seconds; between 0.1 second and one minute.</value>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan DeliveryDeadline { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long the register is left alone when half of ten calls or more have failed.</summary>
    /// <value>The default is 5 seconds; between 0.5 second and 10 minutes.</value>
    [Range(typeof(TimeSpan), "00:00:00.5", "00:10:00")]
    public TimeSpan Rest { get; set; } = TimeSpan.FromSeconds(5);
}
