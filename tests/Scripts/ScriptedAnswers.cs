using ChatChannels.Host.Replay;

namespace ChatChannels.Tests.Scripts;

/// <summary>What the person of a script answers, for who plays it by another way.</summary>
internal static class ScriptedAnswers
{
    /// <summary>From behind the opening until a file is sent; the key of a button in brackets.</summary>
    /// <param name="name">The script's path below <c>tests/Scripts</c>.</param>
    public static IEnumerable<string> UntilAFile(string name) => ChatScriptReader.Read(name, PlayedScript.TextOf(name)).Steps
        .Select(step => step.Happens)
        .Skip(1)
        .TakeWhile(happening => happening is not Happening.Sends)
        .Select(happening => happening.ToString()![2..]);
}
