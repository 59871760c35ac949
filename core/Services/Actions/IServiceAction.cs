using System.Collections.Immutable;

namespace ChatChannels.Services.Actions;

/// <summary>What a <c>do</c> state can ask for, by the name that flows use. It reads through ports and decides; it writes nothing itself.</summary>
public interface IServiceAction
{
    /// <summary>Kebab-case, unique.</summary>
    string Name { get; }

    /// <summary>The named exits a flow must provide for, beside <c>unavailable</c>.</summary>
    ImmutableArray<string> Exits { get; }

    /// <summary>The answers the action needs to have been collected before it; the loader proves it on every path.</summary>
    ImmutableArray<string> Needs { get; }

    /// <summary>The answers that the action adds by an exit.</summary>
    ImmutableArray<string> Adds(string exit);

    Task<ActionResult> Perform(ActionRequest request, CancellationToken cancellation);
}
