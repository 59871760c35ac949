namespace ChatChannels.Conversation.StateMachines;

/// <summary>What came of firing a trigger. Compared by value, effects included.</summary>
public abstract record Firing<TState, TTrigger, TEffect>
    where TState : notnull
    where TTrigger : notnull
{
    private Firing()
    {
    }

    /// <summary>The machine moves: exit effects from the inside out, then entry effects from the outside in.</summary>
    public sealed record Moved(Transition<TState, TTrigger> Transition, ImmutableArray<TEffect> Effects) : Firing<TState, TTrigger, TEffect>
    {
        public bool Equals(Moved? other) =>
            other is not null && Transition == other.Transition && Effects.SequenceEqual(other.Effects);

        public override int GetHashCode() => HashCode.Combine(Transition, Effects.Length);
    }

    /// <summary>The machine stays. <paramref name="Guards"/> said no, in words; none where the trigger is not permitted at all.</summary>
    public sealed record Refused(ImmutableArray<string> Guards) : Firing<TState, TTrigger, TEffect>
    {
        public bool Equals(Refused? other) => other is not null && Guards.SequenceEqual(other.Guards);

        public override int GetHashCode() => Guards.Length;
    }
}
