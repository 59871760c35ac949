using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ChatChannels.Runtime.Web;

/// <summary>Registers the options of proxies; the host sets up what they say.</summary>
public static class ProxiesRegistration
{
    public static IServiceCollection AddProxiesOptions(this IServiceCollection services, IConfiguration section)
    {
        services.AddSingleton<IValidateOptions<ProxiesOptions>, ProxiesOptionsCheck>();
        services.AddOptionsWithValidateOnStart<ProxiesOptions>().Bind(section);
        return services;
    }
}
