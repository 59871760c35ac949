using Microsoft.Extensions.Options;

namespace ChatChannels.Bot;

/// <summary>Refuses a start with chat options that cannot be meant.</summary>
[OptionsValidator]
internal sealed partial class BotOptionsCheck : IValidateOptions<BotOptions>;
