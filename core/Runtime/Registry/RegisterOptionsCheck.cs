using Microsoft.Extensions.Options;

namespace ChatChannels.Runtime.Registry;

[OptionsValidator]
internal sealed partial class RegisterOptionsCheck : IValidateOptions<RegisterOptions>;
