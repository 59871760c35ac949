using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Localization;
using ChatChannels.Host.Replay;
using ChatChannels.Runtime.Funds;
using Microsoft.Extensions.DependencyInjection;

namespace ChatChannels.Tests.Ussd;

/// <summary>What the tests of the running service share.</summary>
internal static class Scene
{
    public static readonly DateTimeOffset Now = new(2026, 3, 5, 9, 0, 0, TimeSpan.Zero);

    public static readonly FundId Fund = new("cnps-cm");

    public static SessionKey Key(Line line) => new(Fund, Channel.Ussd, $"{line.Session} {line.Phone}");

    public static Address Address(Line line) => new(Channel.Ussd, line.Phone, Proof.Possessed);

    /// <summary>A text of the fund as the editors wrote it, placeholders and all.</summary>
    public static string Common(ReplayHost service, string language, string key)
    {
        var fund = service.Services.GetRequiredService<FundDirectory>().Find(Fund)!;
        var template = fund.Texts[new Language(language), key];
        return PhoneText.Of(template.Fill(template.Placeholders.ToDictionary(name => name, name => $"{{{name}}}", StringComparer.Ordinal)), new Language(language));
    }
}
