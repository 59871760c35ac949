using Microsoft.Extensions.Options;

namespace ChatChannels.Pages;

/// <summary>Holds the options against their attributes when the program starts.</summary>
[OptionsValidator]
internal sealed partial class PagesOptionsCheck : IValidateOptions<PagesOptions>;
