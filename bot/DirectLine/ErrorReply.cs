namespace ChatChannels.Bot.DirectLine;

/// <summary>The body of every refusal.</summary>
internal sealed record ErrorReply(ErrorReply.Detail Error)
{
    /// <summary>A stable word, and a sentence for whoever builds the client.</summary>
    internal sealed record Detail(string Code, string Message);
}
