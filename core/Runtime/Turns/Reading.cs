using ChatChannels.Conversation.Engine;

namespace ChatChannels.Runtime.Turns;

/// <summary>What a channel makes of a request, seen against the last one of its session. A closed family.</summary>
public abstract record Reading
{
    private Reading()
    {
    }

    /// <summary>Something new.</summary>
    /// <param name="Request">What the request is told from others by; kept with the reply.</param>
    public sealed record Fresh(Input Input, string Request) : Reading
    {
        public override string ToString() => $"Fresh {{ {Input} }}";
    }

    /// <summary>A request already answered: the same reply again, and nothing happens.</summary>
    public sealed record Repeated(string Request) : Reading
    {
        public override string ToString() => "Repeated";
    }

    /// <summary>A request that cannot follow what came before: nothing happens, and the person is asked to dial again.</summary>
    public sealed record OutOfStep : Reading;

    /// <summary>A request that a limit forbids: nothing happens, and the person is told.</summary>
    /// <param name="Text">The key of the common text that tells it.</param>
    public sealed record Refused(string Text) : Reading;
}
