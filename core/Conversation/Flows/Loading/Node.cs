namespace ChatChannels.Conversation.Flows.Loading;

/// <summary>A piece of YAML that knows its line. A closed family.</summary>
internal abstract record Node(int Line)
{
    internal sealed record Scalar(string Text, int Line) : Node(Line);

    internal sealed record Items(ImmutableArray<Node> All, int Line) : Node(Line);

    internal sealed record Map(ImmutableArray<Entry> Entries, int Line) : Node(Line)
    {
        public Entry? Find(string key) => Entries.FirstOrDefault(entry => string.Equals(entry.Key, key, StringComparison.Ordinal));
    }

    internal sealed record Entry(string Key, int Line, Node Value);
}
