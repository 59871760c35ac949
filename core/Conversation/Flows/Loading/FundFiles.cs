namespace ChatChannels.Conversation.Flows.Loading;

/// <summary>The text files of one fund and of what funds share, by path relative to their folder, with <c>/</c> between parts.</summary>
/// <param name="Own">The fund's own files (<c>services/pre-registration.yaml</c>, <c>mark.svg</c>).</param>
/// <param name="Common">The files of <c>funds/common</c>.</param>
public sealed record FundFiles(FundId Fund, ImmutableSortedDictionary<string, string> Own, ImmutableSortedDictionary<string, string> Common)
{
    /// <summary>What places in common files begin with, seen from the fund's folder.</summary>
    internal const string ToCommon = "../common/";
}
