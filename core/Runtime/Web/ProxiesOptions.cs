using System.ComponentModel.DataAnnotations;
using System.Net;
using Microsoft.Extensions.Options;

namespace ChatChannels.Runtime.Web;

/// <summary>The proxies in front of the service, whose word on who called and by which scheme is taken; nobody else's is.</summary>
public sealed class ProxiesOptions
{
    /// <summary>The networks of the proxies, in CIDR notation, separated by spaces. Nobody but proxies may be in them.</summary>
    /// <value>The default is none: <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> are ignored.</value>
    public string? Trusted { get; set; }

    /// <summary>How many proxies stand behind each other: so many entries of <c>X-Forwarded-For</c> are read, from its end.</summary>
    /// <value>The default is 1; from 1 to 10.</value>
    [Range(1, 10)]
    public int Hops { get; set; } = 1;

    /// <summary>The trusted networks.</summary>
    public IReadOnlyList<IPNetwork> Networks() => [.. Words(Trusted).Select(network => IPNetwork.Parse(network))];

    internal static string[] Words(string? text) => (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>Holds the options against their attributes.</summary>
[OptionsValidator]
internal sealed partial class ProxiesOptionsAttributes : IValidateOptions<ProxiesOptions>;

/// <summary>What attributes cannot say: networks must be networks, and not all there are.</summary>
internal sealed class ProxiesOptionsCheck : IValidateOptions<ProxiesOptions>
{
    private readonly ProxiesOptionsAttributes _attributes = new();

    public ValidateOptionsResult Validate(string? name, ProxiesOptions options)
    {
        var result = new ValidateOptionsResultBuilder();
        result.AddResult(_attributes.Validate(name, options));
        foreach (var word in ProxiesOptions.Words(options.Trusted))
        {
            if (!IPNetwork.TryParse(word, out var network))
                result.AddError($"'{word}' is not a network in CIDR notation.", $"Proxies:{nameof(ProxiesOptions.Trusted)}");
            else if (network.PrefixLength is 0)
                result.AddError($"'{word}' is everybody: name the proxies alone.", $"Proxies:{nameof(ProxiesOptions.Trusted)}");
        }

        return result.Build();
    }
}
