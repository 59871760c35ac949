using Microsoft.Extensions.Options;

namespace ChatChannels.Runtime.Storage;

[OptionsValidator]
internal sealed partial class StorageOptionsValidator : IValidateOptions<StorageOptions>;
