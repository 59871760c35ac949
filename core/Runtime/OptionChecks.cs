using ChatChannels.Runtime.Delivery;
using ChatChannels.Runtime.Funds;
using ChatChannels.Runtime.Processing;
using ChatChannels.Runtime.Turns;
using Microsoft.Extensions.Options;

namespace ChatChannels.Runtime;

[OptionsValidator]
internal sealed partial class FundsOptionsCheck : IValidateOptions<FundsOptions>;

[OptionsValidator]
internal sealed partial class ProcessingOptionsCheck : IValidateOptions<ProcessingOptions>;

[OptionsValidator]
internal sealed partial class DeliveryOptionsCheck : IValidateOptions<DeliveryOptions>;

[OptionsValidator]
internal sealed partial class TurnsOptionsCheck : IValidateOptions<TurnsOptions>;
