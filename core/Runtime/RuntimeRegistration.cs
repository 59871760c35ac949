using ChatChannels.Conversation;
using ChatChannels.Runtime.CallBacks;
using ChatChannels.Runtime.Delivery;
using ChatChannels.Runtime.Documents;
using ChatChannels.Runtime.Funds;
using ChatChannels.Runtime.HandOvers;
using ChatChannels.Runtime.Ids;
using ChatChannels.Runtime.Processing;
using ChatChannels.Runtime.Registry;
using ChatChannels.Runtime.Storage;
using ChatChannels.Runtime.Storage.Backup;
using ChatChannels.Runtime.Storage.Keys;
using ChatChannels.Runtime.Turns;
using ChatChannels.Services;
using ChatChannels.Services.Accounts;
using ChatChannels.Services.Actions;
using ChatChannels.Services.CallBacks;
using ChatChannels.Services.Cases;
using ChatChannels.Services.Documents;
using ChatChannels.Services.HandOvers;
using ChatChannels.Services.Messages;
using ChatChannels.Services.PreRegistration;
using ChatChannels.Services.Processing;
using ChatChannels.Services.Verification;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace ChatChannels.Runtime;

/// <summary>Everything behind the channels, from the sections <c>Funds</c>, <c>Storage</c>, <c>Register</c>, <c>Turns</c>, <c>Uploads</c>, <c>Processing</c> and <c>Delivery</c>.</summary>
public static class RuntimeRegistration
{
    public static IServiceCollection AddRuntime(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IIdSource, RandomIds>();
        services.AddStorage(configuration.GetSection("Storage"));
        services.AddSingleton<ISecrets, KeyedSecrets>();
        return services.AddFunds(configuration, configuration.GetSection("Funds"))
            .AddBusiness()
            .AddRegisters(configuration.GetSection("Register"))
            .AddTurns(configuration.GetSection("Turns"))
            .AddUploads(configuration.GetSection("Uploads"))
            .AddProcessing(configuration.GetSection("Processing"))
            .AddDelivery(configuration.GetSection("Delivery"));
    }

    private static IServiceCollection AddFunds(this IServiceCollection services, IConfiguration configuration, IConfigurationSection section)
    {
        var publicUrl = new PublicUrl(configuration);
        services.AddSingleton<IPostConfigureOptions<FundsOptions>>(publicUrl).AddSingleton<IValidateOptions<FundsOptions>>(publicUrl);
        services.AddSingleton<IValidateOptions<FundsOptions>, FundsOptionsCheck>();
        services.AddOptionsWithValidateOnStart<FundsOptions>().Bind(section);
        services.AddSingleton(provider => new FundFolder(FundFolder.Locate(provider.GetRequiredService<IOptions<FundsOptions>>().Value.Folder)));
        services.AddSingleton(provider => FundDirectory.Load(
            provider.GetRequiredService<FundFolder>(),
            provider.GetRequiredService<ActionCatalogue>().Contract));
        if (section.GetValue<bool>(nameof(FundsOptions.Sample)))
            services.AddHostedService<SampleRegister>();
        return services;
    }

    /// <summary>The services, and the list of what flows can <c>do</c>.</summary>
    private static IServiceCollection AddBusiness(this IServiceCollection services) => services
        .AddSingleton<CaseAccess>()
        .AddSingleton(provider => new MessageWriter(
            provider.GetRequiredService<IIdSource>(),
            provider.GetRequiredService<IOptions<FundsOptions>>().Value.PublicUrl))
        .AddSingleton<PaperLinks>()
        .AddSingleton<Papers>()
        .AddSingleton<PaperArrival>()
        .AddSingleton<IServiceAction, OpenCaseAction>()
        .AddSingleton<IServiceAction, AddPapersAction>()
        .AddSingleton<IServiceAction, FindCaseAction>()
        .AddSingleton<IServiceAction>(provider => ChangeCaseAction.Validate(provider.GetRequiredService<CaseAccess>(), provider.GetRequiredService<Papers>()))
        .AddSingleton<IServiceAction>(provider => ChangeCaseAction.Keep(provider.GetRequiredService<CaseAccess>(), provider.GetRequiredService<Papers>()))
        .AddSingleton<IServiceAction, RequestCallBackAction>()
        .AddSingleton<CallBackBook>()
        .AddSingleton<IControlCommand, CallBackControl>()
        .AddSingleton<IServiceAction, FindAgentsAction>()
        .AddVerification()
        .AddSingleton<ActionCatalogue>();

    private static IServiceCollection AddVerification(this IServiceCollection services) => services
        .AddSingleton<NoticeLimits>()
        .AddSingleton<IServiceAction, AssessProofAction>()
        .AddSingleton<CodeIssue>()
        .AddSingleton<IServiceAction, SendCodeAction>()
        .AddSingleton<AddressesOnFile>()
        .AddSingleton<ProvenRecipient>()
        .AddSingleton<RecoveryNotice>()
        .AddSingleton<PasswordSetting>()
        .AddSingleton<IServiceAction, CheckCodeAction>()
        .AddSingleton<TextedCode>()
        .AddSingleton<IServiceAction, StartReverseProofAction>()
        .AddSingleton<IServiceAction, CheckReverseProofAction>()
        .AddSingleton<PastTime>()
        .AddHostedService<HourlySweep>()
        .AddSingleton<IServiceAction, SendPasswordLinkAction>()
        .AddSingleton<IServiceAction, GiveOneTimePasswordAction>();

    private static IServiceCollection AddTurns(this IServiceCollection services, IConfigurationSection section)
    {
        services.AddSingleton<IValidateOptions<TurnsOptions>, TurnsOptionsCheck>();
        services.AddOptionsWithValidateOnStart<TurnsOptions>().Bind(section);
        return services.AddSingleton<TurnDecider>().AddSingleton<TurnRunner>().AddSingleton<DocumentIntake>().AddHandOvers();
    }

    private static IServiceCollection AddUploads(this IServiceCollection services, IConfigurationSection section)
    {
        services.AddSingleton<IValidateOptions<UploadsOptions>, UploadsOptionsCheck>();
        services.AddOptionsWithValidateOnStart<UploadsOptions>().Bind(section);
        return services.AddSingleton<UploadLane>();
    }

    private static IServiceCollection AddHandOvers(this IServiceCollection services) => services
        .AddSingleton<SignedInAgents>()
        .AddSingleton<IAgentPresence>(provider => provider.GetRequiredService<SignedInAgents>())
        .AddSingleton<HandOverTurns>()
        .AddSingleton<IHandOverDesk, HandOverDesk>()
        .AddSingleton<HandOverRound>()
        .AddHostedService<HandOverWatch>();

    private static IServiceCollection AddProcessing(this IServiceCollection services, IConfigurationSection section)
    {
        services.AddSingleton<IValidateOptions<ProcessingOptions>, ProcessingOptionsCheck>();
        services.AddOptionsWithValidateOnStart<ProcessingOptions>().Bind(section);
        return services.AddSingleton<CaseProcessing>().AddSingleton<ProcessingRun>().AddHostedService<ProcessingSchedule>();
    }

    /// <summary>Takes SMS and e-mails for delivered once the simulator can show them, where there is one and nobody waits for them elsewhere.</summary>
    public static IServiceCollection AddLocalSenders(this IServiceCollection services)
    {
        if (!services.Any(service => service.ImplementationInstance is LocalSender))
            services.AddSingleton<ISender>(new LocalSender(Channel.Sms)).AddSingleton<ISender>(new LocalSender(Channel.Email));
        return services;
    }

    private static IServiceCollection AddDelivery(this IServiceCollection services, IConfigurationSection section)
    {
        services.AddSingleton<IValidateOptions<DeliveryOptions>, DeliveryOptionsCheck>();
        services.AddOptionsWithValidateOnStart<DeliveryOptions>().Bind(section);
        services.AddHealthChecks().AddCheck<SenderHealth>("delivery");
        return services
            .AddSingleton<Unsent>()
            .AddSingleton<DeliveryBell>()
            .AddSingleton<Courier>()
            .AddHostedService<DeliveryLoop>();
    }
}
