using System.Text.RegularExpressions;
using ChatChannels.Conversation.Localization;
using ChatChannels.Host.Replay;
using ChatChannels.Tests.Ussd;

namespace ChatChannels.Tests.Runtime.Turns;

/// <summary>How last words are recognised.</summary>
internal static class Replies
{
    /// <summary>The reply is this text in this language, with some reference of six digits.</summary>
    public static void AssertIs(ReplayHost service, string language, string key, string reply)
    {
        var shown = PhoneText.Of(Scene.Common(service, language, key).Replace("{service-code}", "*237*1#", StringComparison.Ordinal), new Language(language));
        var pattern = Regex.Escape("END " + shown).Replace(@"\{reference}", "[0-9]{6}", StringComparison.Ordinal);
        Assert.Matches($"^{pattern}$", reply);
    }
}
