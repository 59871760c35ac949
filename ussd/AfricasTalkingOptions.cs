using System.ComponentModel.DataAnnotations;

namespace ChatChannels.Ussd;

/// <summary>How the Africa's Talking callback is authenticated and what its screens hold. With no authentication set, only this machine is served.</summary>
public sealed class AfricasTalkingOptions
{
    /// <summary>A segment that the callback's path must end in: <c>/ussd/africastalking/{secret}</c>. The gateway signs nothing, so make it long.</summary>
    /// <value>The default is none; otherwise 16 to 128 letters, digits, <c>-</c> and <c>_</c>.</value>
    [RegularExpression("[A-Za-z0-9_-]{16,128}")]
    public string? SecretPath { get; set; }

    /// <summary>The user name of basic authentication.</summary>
    /// <value>The default is none; set together with <see cref="Password"/>.</value>
    public string? User { get; set; }

    /// <summary>The password of basic authentication.</summary>
    /// <value>The default is none; at least 12 characters.</value>
    [MinLength(12)]
    public string? Password { get; set; }

    /// <summary>The networks that may call, in CIDR notation, separated by spaces.</summary>
    /// <value>The default is none.</value>
    public string? AllowedNetworks { get; set; }

    /// <summary>Whether <c>text</c> carries all that was typed since the dial, or only the last answer.</summary>
    /// <value>The default is <see cref="AfricasTalking.TextMode.Cumulative"/>.</value>
    [EnumDataType(typeof(AfricasTalking.TextMode))]
    public AfricasTalking.TextMode Text { get; set; } = AfricasTalking.TextMode.Cumulative;

    /// <summary>The room of a GSM-7 screen, in septets.</summary>
    /// <value>The default is 182 (3GPP TS 23.038); between 60 and 182.</value>
    [Range(60, 182)]
    public int Septets { get; set; } = 182;

    /// <summary>The room of a UCS-2 screen, in UTF-16 units.</summary>
    /// <value>The default is 80; between 40 and 80.</value>
    [Range(40, 80)]
    public int Units { get; set; } = 80;

    /// <summary>Whether the gateway and its networks carry UCS-2; without it languages in other scripts are not offered.</summary>
    /// <value>The default is true.</value>
    public bool Ucs2 { get; set; } = true;

    /// <summary>The time after which a reply goes out whatever is slow behind.</summary>
    /// <value>The default is 2.3 seconds, so that 2.5 are kept; between 0.1 and 8 seconds.</value>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:00:08")]
    public TimeSpan Deadline { get; set; } = TimeSpan.FromSeconds(2.3);
}
