using System.Collections.Concurrent;
using ChatChannels.Conversation.Flows;
using ChatChannels.Services.Actions;

namespace ChatChannels.Host.Replay;

/// <summary>The real service actions, each of which a script may let fail.</summary>
public sealed class BreakableActions
{
    private readonly ConcurrentDictionary<string, bool> _failing = new(StringComparer.Ordinal);

    /// <summary>Lets an action fail from here on, or work again.</summary>
    public void Let(string action, bool fail) => _failing[action] = fail;

    public IEnumerable<IServiceAction> Around(IEnumerable<IServiceAction> actions) => actions.Select(action => new Breakable(action, this));

    private sealed class Breakable(IServiceAction action, BreakableActions all) : IServiceAction
    {
        public ActionSignature Signature => action.Signature;

        public Task<ActionResult> Perform(ActionRequest request, CancellationToken cancellation) =>
            all._failing.GetValueOrDefault(Signature.Name)
                ? Task.FromException<ActionResult>(new TimeoutException($"{Signature.Name} fails, as the script says."))
                : action.Perform(request, cancellation);
    }
}
