using ChatChannels.Conversation;
using ChatChannels.Runtime.Funds;
using ChatChannels.Runtime.Registry.Importing;
using ChatChannels.Runtime.Registry.Late;
using ChatChannels.Runtime.Registry.Remote;
using ChatChannels.Runtime.Storage;
using ChatChannels.Runtime.Storage.Backup;
using ChatChannels.Services.Actions;
using ChatChannels.Services.Claims;
using ChatChannels.Services.Members;
using ChatChannels.Services.Recovery;
using ChatChannels.Services.Requests;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ChatChannels.Runtime.Registry;

/// <summary>What asks the funds' registers, from the section <c>Register</c>.</summary>
internal static class RegistryRegistration
{
    public static IServiceCollection AddRegisters(this IServiceCollection services, IConfigurationSection section)
    {
        services.AddSingleton<IValidateOptions<RegisterOptions>, RegisterOptionsCheck>();
        services.AddOptionsWithValidateOnStart<RegisterOptions>().Bind(section);
        return services
            .AddSingleton<IControlCommand, ImportControl>()
            .AddSingleton<LocalRequests>()
            .AddSingleton(Registers)
            .AddSingleton<IRegister>(provider => provider.GetRequiredService<Registers>())
            .AddSingleton<IRequestCarrier>(provider => provider.GetRequiredService<Registers>())
            .AddSingleton<Importer>()
            .AddActions()
            .AddLate();
    }

    /// <summary>What flows can <c>do</c> with members.</summary>
    private static IServiceCollection AddActions(this IServiceCollection services) => services
        .AddSingleton<IServiceAction, LocateAction>()
        .AddSingleton<IServiceAction, ConfirmFactAction>()
        .AddSingleton<IServiceAction, MemberStandingAction>()
        .AddSingleton<IServiceAction, ClaimsAction>()
        .AddSingleton<IServiceAction, FollowClaimsAction>()
        .AddSingleton<RequestNotice>()
        .AddSingleton<IServiceAction, RequestAction>()
        .AddSingleton<IServiceAction, AskLaterAction>();

    /// <summary>What the registers are asked without anybody on the line.</summary>
    private static IServiceCollection AddLate(this IServiceCollection services) => services
        .AddSingleton<ClaimNews>()
        .AddSingleton<LateAnswers>()
        .AddSingleton<RequestCourier>()
        .AddSingleton<LateAnswerRun>()
        .AddSingleton<ClaimWatch>()
        .AddHostedService<RegisterLoop>();

    private static Registers Registers(IServiceProvider provider)
    {
        var time = provider.GetRequiredService<TimeProvider>();
        var remotes = provider.GetRequiredService<IOptions<RegisterOptions>>().Value.Remotes ?? [];
        return new Registers(
            provider.GetRequiredService<Storehouse>().Register,
            provider.GetRequiredService<LocalRequests>(),
            remotes.Select(remote => Remote(provider, remote, new RemoteCalls(remote, RemoteCalls.Handler(), time))));
    }

    private static RemoteRegister Remote(IServiceProvider provider, RemoteRegisterOptions options, RemoteCalls calls)
    {
        var id = new FundId(options.Fund);
        return new RemoteRegister(id, calls, () => provider.GetRequiredService<FundDirectory>().Find(id)!);
    }
}
