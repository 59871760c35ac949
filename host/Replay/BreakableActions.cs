using System.Collections.Concurrent;
using ChatChannels.Conversation.Flows;
using ChatChannels.Services.Actions;
using ChatChannels.Services.Verification;

namespace ChatChannels.Host.Replay;

/// <summary>The real service actions, each of which a script may let fail, or be limited as after too many requests.</summary>
public sealed class BreakableActions
{
    /// <summary>How long a script that limits an action lets the person wait.</summary>
    private static readonly Allowed.Refused Refused = new(TimeSpan.FromMinutes(12));

    private readonly ConcurrentDictionary<string, bool> _failing = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _limited = new(StringComparer.Ordinal);

    /// <summary>Lets an action fail from here on, or work again.</summary>
    public void Let(string action, bool fail) => _failing[action] = fail;

    /// <summary>Lets an action be limited from here on, or work again.</summary>
    public void Limit(string action, bool limit) => _limited[action] = limit;

    public IEnumerable<IServiceAction> Around(IEnumerable<IServiceAction> actions) => actions.Select(action => new Breakable(action, this));

    private sealed class Breakable(IServiceAction action, BreakableActions all) : IServiceAction
    {
        public ActionSignature Signature => action.Signature;

        public Task<ActionResult> Perform(ActionRequest request, CancellationToken cancellation)
        {
            if (all._failing.GetValueOrDefault(Signature.Name))
                return Task.FromException<ActionResult>(new TimeoutException($"{Signature.Name} fails, as the script says."));
            return all._limited.GetValueOrDefault(Signature.Name)
                ? Task.FromResult(Limits.Told("limited", Refused))
                : action.Perform(request, cancellation);
        }
    }
}
