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
        Check(options.WhatsApp, result);
        return result.Build();
    }

    private static void Check(WhatsAppOptions whatsApp, ValidateOptionsResultBuilder result)
    {
        if (whatsApp.AppSecret is null)
            return;
        if (whatsApp.VerifyToken is null)
            result.AddError("AppSecret and VerifyToken belong together.", nameof(BotOptions.WhatsApp));
        if (whatsApp.Numbers is not { Count: > 0 } numbers)
            result.AddError("AppSecret needs at least one of Numbers.", nameof(BotOptions.WhatsApp));
        else if (numbers.DistinctBy(number => number.PhoneNumberId, StringComparer.Ordinal).Count() < numbers.Count)
            result.AddError("A PhoneNumberId stands twice in Numbers.", nameof(BotOptions.WhatsApp));
        if (!whatsApp.GraphUrl.IsAbsoluteUri || whatsApp.GraphUrl.Scheme is not ("https" or "http"))
            result.AddError("GraphUrl must be an https address.", nameof(BotOptions.WhatsApp));
    }
}
