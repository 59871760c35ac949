using System.Collections.Immutable;
using ChatChannels.Conversation;
using ChatChannels.Runtime.Funds;
using ChatChannels.Services.Messages;
using Microsoft.Extensions.Options;

namespace ChatChannels.Bot.WhatsApp;

/// <summary>The business numbers that are served.</summary>
internal sealed class Numbers
{
    private readonly ImmutableDictionary<string, Number> _byId;

    /// <summary>Reads the numbers that are configured.</summary>
    /// <exception cref="OptionsValidationException">A number is of a fund that is not there.</exception>
    public Numbers(IOptions<BotOptions> options, FundDirectory funds) =>
        _byId = (options.Value.WhatsApp.Numbers ?? []).Select(number => Of(number, funds)).ToImmutableDictionary(number => number.Id, StringComparer.Ordinal);

    /// <summary>The number of an id, or null for one that is not ours: an account can have others.</summary>
    public Number? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The number that a message leaves by: the one that was written to, or else the fund's first.</summary>
    public Number? For(Message message) =>
        Find(message.Sender) ?? _byId.Values.Where(number => number.Fund.Id == message.Fund).MinBy(number => number.Id, StringComparer.Ordinal);

    private static Number Of(WhatsAppNumber number, FundDirectory funds) =>
        new(number.PhoneNumberId, funds.Find(new FundId(number.Fund)) ?? throw NoFund(number), number.AccessToken);

    private static OptionsValidationException NoFund(WhatsAppNumber number) => new(
        nameof(BotOptions.WhatsApp), typeof(BotOptions), [$"Bot:WhatsApp:Numbers: '{number.Fund}' of {number.PhoneNumberId} is no fund."]);
}
