using ChatChannels.Conversation.Flows;
using ChatChannels.Services.Actions;
using ChatChannels.Services.PreRegistration;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace ChatChannels.Tests.Bot;

/// <summary>The opening of a case with a fault: it leaves by an exit that it never declared, so that the turn throws whenever it is tried.</summary>
internal sealed class NonsenseAction(FindCaseAction action) : IServiceAction
{
    public ActionSignature Signature => action.Signature;

    public static void Put(WebApplicationBuilder builder)
    {
        builder.Services.Remove(builder.Services.Single(service => service.ImplementationType == typeof(FindCaseAction)));
        builder.Services.AddSingleton<IServiceAction>(provider => new NonsenseAction(ActivatorUtilities.CreateInstance<FindCaseAction>(provider)));
    }

    public Task<ActionResult> Perform(ActionRequest request, CancellationToken cancellation) => Task.FromResult(ActionResult.Exit("nonsense"));
}
