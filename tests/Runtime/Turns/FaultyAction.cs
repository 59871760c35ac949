using ChatChannels.Conversation.Flows;
using ChatChannels.Services.Actions;
using ChatChannels.Services.PreRegistration;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace ChatChannels.Tests.Runtime.Turns;

/// <summary>The filing of a case, with something happening before it.</summary>
internal sealed class FaultyAction(IServiceAction action, Func<CancellationToken, Task> before) : IServiceAction
{
    public ActionSignature Signature => action.Signature;

    public static void Put(WebApplicationBuilder builder, Func<CancellationToken, Task> before)
    {
        builder.Services.Remove(builder.Services.Single(service => service.ImplementationType == typeof(OpenCaseAction)));
        builder.Services.AddSingleton<IServiceAction>(provider =>
            new FaultyAction(ActivatorUtilities.CreateInstance<OpenCaseAction>(provider), before));
    }

    public async Task<ActionResult> Perform(ActionRequest request, CancellationToken cancellation)
    {
        await before(cancellation);
        return await action.Perform(request, cancellation);
    }
}
