namespace ChatChannels.Bot.Activities;

/// <summary>Who takes part. Personal.</summary>
/// <param name="Role"><c>user</c>, <c>bot</c> or <c>skill</c>.</param>
internal sealed record ChannelAccount(string? Id = null, string? Name = null, string? Role = null)
{
    public const string Bot = "bot";
    public const string User = "user";

    public override string ToString() => $"ChannelAccount {{ {Role} }}";
}
