using ChatChannels.Conversation.Flows;

namespace ChatChannels.Host.Checking;

/// <summary>A defect with the fund it is of, as editors and their tools read it: <c>funds/fund/file:line: kind: message</c>.</summary>
internal sealed record FoundDefect(string Fund, Defect Defect)
{
    private const string Common = "../common/";

    public override string ToString() => Defect.File.StartsWith(Common, StringComparison.Ordinal)
        ? $"funds/common/{Defect with { File = Defect.File[Common.Length..] }}"
        : $"funds/{Fund}/{Defect}";
}
