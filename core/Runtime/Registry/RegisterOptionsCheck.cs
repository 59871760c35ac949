using Microsoft.Extensions.Options;

namespace ChatChannels.Runtime.Registry;

/// <summary>Holds the options against their attributes.</summary>
[OptionsValidator]
internal sealed partial class RegisterOptionsAttributes : IValidateOptions<RegisterOptions>;

/// <summary>What attributes cannot say: what is asked of a register, and its token, cross no network in the clear.</summary>
internal sealed class RegisterOptionsCheck : IValidateOptions<RegisterOptions>
{
    private readonly RegisterOptionsAttributes _attributes = new();

    public ValidateOptionsResult Validate(string? name, RegisterOptions options)
    {
        var result = new ValidateOptionsResultBuilder();
        result.AddResult(_attributes.Validate(name, options));
        foreach (var (remote, n) in (options.Remotes ?? []).Select((remote, n) => (remote, n)))
        {
            if (remote.Url is { } url && !(url.IsAbsoluteUri && (url.Scheme is "https" || (url.Scheme is "http" && url.IsLoopback))))
                result.AddError($"'{url}' must be an https address: people's data and the token would cross the network in the clear.", $"Register:Remotes:{n}:Url");
        }

        return result.Build();
    }
}
