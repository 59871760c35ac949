namespace ChatChannels.Conversation.Flows.Loading;

/// <summary>Reads conditions as flows write them: <c>a = x</c>, <c>a != x</c>, <c>a in x|y</c>, <c>has a</c>, <c>no a</c>, joined by <c>and</c>.</summary>
internal static class ConditionText
{
    /// <summary>The condition, or null when the text is not one.</summary>
    public static Condition? Read(string text)
    {
        var parts = text.Split(" and ", StringSplitOptions.TrimEntries).Select(ReadOne).ToList();
        if (parts.Contains(null))
            return null;
        return parts is [{ } only] ? only : new Condition.All([.. parts.OfType<Condition>()]);
    }

    private static Condition? ReadOne(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
    {
        ["has", var name] => new Condition.Has(name),
        ["no", var name] => new Condition.Not(new Condition.Has(name)),
        [var name, "=", var value] => new Condition.OneOf(name, [value]),
        [var name, "!=", var value] => new Condition.Not(new Condition.OneOf(name, [value])),
        [var name, "in", var values] => new Condition.OneOf(name, [.. values.Split('|')]),
        _ => null,
    };
}
