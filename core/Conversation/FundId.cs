namespace ChatChannels.Conversation;

/// <summary>A social-security institution, by the name of its folder of content, in kebab-case.</summary>
public readonly record struct FundId(string Value)
{
    public override string ToString() => Value;
}
