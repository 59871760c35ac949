using ChatChannels.Runtime.Registry.Importing;
using ChatChannels.Services.Actions;
using ChatChannels.Services.Claims;
using ChatChannels.Services.Recovery;
using ChatChannels.Services.Requests;
using Microsoft.Extensions.DependencyInjection;

namespace ChatChannels.Runtime.Registry;

/// <summary>What asks the funds' registers.</summary>
internal static class RegistryRegistration
{
    /// <summary>The actions, what answers later, and what fills the local register.</summary>
    public static IServiceCollection AddMembers(this IServiceCollection services) => services
        .AddSingleton<Importer>()
        .AddSingleton<IServiceAction, LocateAction>()
        .AddSingleton<IServiceAction, ConfirmFactAction>()
        .AddSingleton<IServiceAction, MemberStandingAction>()
        .AddSingleton<IServiceAction, ClaimsAction>()
        .AddSingleton<IServiceAction, FollowClaimsAction>()
        .AddSingleton<IServiceAction, RequestAction>()
        .AddSingleton<IServiceAction, AskLaterAction>()
        .AddSingleton<ClaimNews>()
        .AddSingleton<LateAnswers>();
}
