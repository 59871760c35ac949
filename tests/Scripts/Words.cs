using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;

namespace ChatChannels.Tests.Scripts;

/// <summary>How the things that scripts must reach are named, so that the list of the missing reads well.</summary>
internal static class Words
{
    public static string State(FundId fund, string language, string flow, string state) => $"{fund} {language}: state {flow}.{state}";

    public static string Exit(FundId fund, string language, string flow, string state, string exit) => $"{fund} {language}: exit {flow}.{state} by {exit}";

    public static string Life(string language, Life life) => $"{language}: life {life}";

    public static string Failure(string language, string code) => $"{language}: failure {code}";

    public static string Fact(string language, string fact) => $"{language}: fact {fact}";

    public static string Message(string language, string template, string channel) => $"{language}: {channel} {template}";
}
