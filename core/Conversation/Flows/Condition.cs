using ChatChannels.Conversation.Engine;

namespace ChatChannels.Conversation.Flows;

/// <summary>
/// A condition on earlier answers, as flows write it: <c>scheme = employee</c>, <c>scheme != employee</c>,
/// <c>id-type in cni|passport</c>, <c>has email</c>, <c>no email</c>, joined by <c>and</c>. A closed family.
/// </summary>
public abstract record Condition
{
    private Condition()
    {
    }

    public abstract bool Holds(AnswerSheet answers);

    /// <summary>The answers the condition reads.</summary>
    public abstract ImmutableArray<string> Reads { get; }

    /// <summary>Holds whatever was answered; written as nothing.</summary>
    public sealed record Always : Condition
    {
        public static readonly Always Instance = new();

        public override ImmutableArray<string> Reads => [];

        public override bool Holds(AnswerSheet answers) => true;

        public override string ToString() => "";
    }

    /// <summary>The answer is one of these: <c>scheme = employee</c>, <c>id-type in cni|passport</c>.</summary>
    public sealed record OneOf(string Answer, ImmutableArray<string> Values) : Condition
    {
        public override ImmutableArray<string> Reads => [Answer];

        public override bool Holds(AnswerSheet answers) => answers.TryGet(Answer, out var value) && Values.Contains(value, StringComparer.Ordinal);

        public override string ToString() => Values.Length == 1 ? $"{Answer} = {Values[0]}" : $"{Answer} in {string.Join('|', Values)}";
    }

    /// <summary>Something was answered: <c>has email</c>.</summary>
    public sealed record Has(string Answer) : Condition
    {
        public override ImmutableArray<string> Reads => [Answer];

        public override bool Holds(AnswerSheet answers) => answers.Has(Answer);

        public override string ToString() => $"has {Answer}";
    }

    /// <summary>The inner condition does not hold.</summary>
    public sealed record Not(Condition Inner) : Condition
    {
        public override ImmutableArray<string> Reads => Inner.Reads;

        public override bool Holds(AnswerSheet answers) => !Inner.Holds(answers);

        public override string ToString() => $"not {Inner}";
    }

    /// <summary>Every part holds: <c>scheme = employee and has email</c>.</summary>
    public sealed record All(ImmutableArray<Condition> Parts) : Condition
    {
        public override ImmutableArray<string> Reads => [.. Parts.SelectMany(part => part.Reads)];

        public override bool Holds(AnswerSheet answers) => Parts.All(part => part.Holds(answers));

        public override string ToString() => string.Join(" and ", Parts);
    }
}
