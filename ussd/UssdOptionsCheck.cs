using System.Net;
using Microsoft.Extensions.Options;

namespace ChatChannels.Ussd;

/// <summary>Refuses a start with USSD options that cannot be meant.</summary>
[OptionsValidator]
internal sealed partial class UssdOptionsAttributes : IValidateOptions<UssdOptions>;

/// <summary>What attributes cannot say: a user needs a password, and networks must be networks.</summary>
internal sealed class UssdOptionsCheck : IValidateOptions<UssdOptions>
{
    private readonly UssdOptionsAttributes _attributes = new();

    public ValidateOptionsResult Validate(string? name, UssdOptions options)
    {
        var result = new ValidateOptionsResultBuilder();
        result.AddResult(_attributes.Validate(name, options));
        var gateway = options.AfricasTalking;
        if ((gateway.User is null) != (gateway.Password is null))
            result.AddError("User and Password belong together.", nameof(UssdOptions.AfricasTalking));
        foreach (var network in (gateway.AllowedNetworks ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
            if (!IPNetwork.TryParse(network, out _))
                result.AddError($"'{network}' is not a network in CIDR notation.", nameof(UssdOptions.AfricasTalking));
        return result.Build();
    }
}
