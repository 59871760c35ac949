using System.ComponentModel.DataAnnotations;

namespace ChatChannels.Bot.WhatsApp;

/// <summary>One business number on WhatsApp.</summary>
public sealed class WhatsAppNumber
{
    /// <summary>Meta's id of the number; not the number itself.</summary>
    /// <value>Digits.</value>
    [Required]
    [RegularExpression("[0-9]{1,32}")]
    public string PhoneNumberId { get; set; } = "";

    /// <summary>The fund that is reached by it.</summary>
    /// <value>The fund's id.</value>
    [Required]
    public string Fund { get; set; } = "";

    /// <summary>The token of a system user with the permission <c>whatsapp_business_messaging</c>. Secret.</summary>
    /// <value>At least 16 characters.</value>
    [Required]
    [MinLength(16)]
    public string AccessToken { get; set; } = "";
}
