using ChatChannels.Bot.WhatsApp;
using Microsoft.Extensions.Options;

namespace ChatChannels.Bot;

/// <summary>Refuses a start with options of the chat channels that cannot be meant.</summary>
[OptionsValidator]
internal sealed partial class BotOptionsAttributes : IValidateOptions<BotOptions>;

/// <summary>What attributes cannot say: what belongs together.</summary>
internal sealed class BotOptionsCheck : IValidateOptions<BotOptions>
{
    private readonly BotOptionsAttributes _attributes = new();

    public ValidateOptionsResult Validate(string? name, BotOptions options)
    {
        var result = new ValidateOptionsResultBuilder();
        result.AddResult(_attributes.Validate(name, options));
        CheckWhatsApp(options.WhatsApp, result);
        foreach (var (setting, address) in Called(options))
        {
            if (!IsSafe(address))
                result.AddError($"{setting} must be an https address: tokens and secrets go there. Plain http only leads to this machine itself.", setting);
        }

        return result.Build();
    }

    private static void CheckWhatsApp(WhatsAppOptions whatsApp, ValidateOptionsResultBuilder result)
    {
        if (whatsApp.AppSecret is null)
        {
            // Nothing could be believed without it, so there would be no webhook: whoever sets one of these means to have one.
            if (whatsApp.VerifyToken is not null || whatsApp.Numbers is { Count: > 0 })
                result.AddError("VerifyToken and Numbers need an AppSecret.", nameof(BotOptions.WhatsApp));
            return;
        }

        if (whatsApp.VerifyToken is null)
            result.AddError("AppSecret and VerifyToken belong together.", nameof(BotOptions.WhatsApp));
        if (whatsApp.Numbers is not { Count: > 0 } numbers)
            result.AddError("AppSecret needs at least one of Numbers.", nameof(BotOptions.WhatsApp));
        else if (numbers.DistinctBy(number => number.PhoneNumberId, StringComparer.Ordinal).Count() < numbers.Count)
            result.AddError("A PhoneNumberId stands twice in Numbers.", nameof(BotOptions.WhatsApp));
    }

    /// <summary>Where the service sends secrets, or fetches the keys by which it believes others.</summary>
    private static IEnumerable<(string Setting, Uri Address)> Called(BotOptions options) =>
    [
        ("WhatsApp:GraphUrl", options.WhatsApp.GraphUrl),
        ("Messages:ChannelMetadata", options.Messages.ChannelMetadata),
        ("Messages:CallerMetadata", options.Messages.CallerMetadata),
        ("Messages:TokenUrl", options.Messages.TokenUrl),
    ];

    private static bool IsSafe(Uri? address) => address is { IsAbsoluteUri: true } and ({ Scheme: "https" } or { Scheme: "http", IsLoopback: true });
}
