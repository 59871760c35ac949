using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace ChatChannels.Bot.WhatsApp;

/// <summary>The WhatsApp Business Cloud API. Without an app secret there is no webhook.</summary>
public sealed class WhatsAppOptions
{
    /// <summary>The secret of the app in Meta's console, by which every notification is signed.</summary>
    /// <value>The default is none; at least 16 characters, set together with <see cref="VerifyToken"/> and <see cref="Numbers"/>.</value>
    [MinLength(16)]
    public string? AppSecret { get; set; }

    /// <summary>The word that Meta repeats when it is given the webhook's address.</summary>
    /// <value>The default is none; at least 16 characters.</value>
    [MinLength(16)]
    public string? VerifyToken { get; set; }

    /// <summary>The business numbers, each a fund's.</summary>
    /// <value>The default is none.</value>
    [ValidateEnumeratedItems]
    public IReadOnlyList<WhatsAppNumber>? Numbers { get; set; }

    /// <summary>Where the Graph API is: an https address, for the numbers' tokens go there. Plain http only leads to this machine itself.</summary>
    /// <value>The default is <c>https://graph.facebook.com/</c>.</value>
    public Uri GraphUrl { get; set; } = new("https://graph.facebook.com/");

    /// <summary>The version of the Graph API. One lasts about two years.</summary>
    /// <value>The default is <c>v26.0</c>, of July 2026.</value>
    [RegularExpression("v[0-9]{1,3}\\.[0-9]{1,2}")]
    public string GraphVersion { get; set; } = "v26.0";

    /// <summary>The approved template for notices outside the 24 hours in which anything may be said, by language code; its body is one parameter.</summary>
    /// <value>The default is none: such notices are not sent.</value>
    public IReadOnlyDictionary<string, string>? Templates { get; set; }

    /// <summary>How long the Graph API has to take a message. What it has not taken by then may have arrived all the same, so a screen is not sent again.</summary>
    /// <value>The default is 8 seconds; from one second to 25.</value>
    [Range(typeof(TimeSpan), "00:00:01", "00:00:25")]
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>Persons whose messages are taken at once, of all that one notification brings.</summary>
    /// <value>The default is 32; from 1 to 1,000.</value>
    [Range(1, 1000)]
    public int AtOnce { get; set; } = 32;
}
