using Microsoft.Extensions.Options;

namespace ChatChannels.Ussd;

/// <summary>The USSD gateways.</summary>
public sealed class UssdOptions
{
    /// <summary>The Africa's Talking callback.</summary>
    /// <value>The defaults of <see cref="AfricasTalkingOptions"/>.</value>
    [ValidateObjectMembers]
    public AfricasTalkingOptions AfricasTalking { get; set; } = new();

    /// <summary>What gateways and phones may do.</summary>
    /// <value>The defaults of <see cref="UssdLimitsOptions"/>.</value>
    [ValidateObjectMembers]
    public UssdLimitsOptions Limits { get; set; } = new();
}
