using ChatChannels.Conversation.Answers;
using ChatChannels.Conversation.Flows;

namespace ChatChannels.Services.Messages;

/// <summary>
/// A fund's rules for messages to addresses that somebody typed and nobody has proven, its policy <c>messages</c>. Messages to the line
/// that calls, to an address on file and to one that a code has proven are not counted: they always go.
/// </summary>
public sealed record NoticePolicy(AnswerSettings Settings)
{
    /// <summary><c>per-recipient</c>: to one such address a day, half of them at once; 1 to 6, usually 6.</summary>
    public int PerRecipient => Bounded("per-recipient", 6, 6);

    /// <summary><c>per-line</c>: caused by one line a day; usually 20.</summary>
    public int PerLine => Bounded("per-line", 20);

    /// <summary><c>per-fund</c>: of the fund a day; usually 5,000.</summary>
    public int PerFund => Bounded("per-fund", 5000);

    /// <summary><c>per-network</c>: caused by one network a day; a tenth of the fund's at most, and usually.</summary>
    public int PerNetwork => Bounded("per-network", int.MaxValue, Math.Max(1, PerFund / 10));

    public static NoticePolicy Of(Fund fund) => new(fund.Policies.GetValueOrDefault("messages", AnswerSettings.None));

    private int Bounded(string name, int usual, int most = int.MaxValue) => (int)Math.Clamp(Settings.Number(name) ?? usual, 1, most);
}
