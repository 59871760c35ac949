using ChatChannels.Conversation.Answers;
using ChatChannels.Conversation.Flows;

namespace ChatChannels.Services.Verification;

/// <summary>
/// A fund's rules for codes, its policy <c>codes</c>. What guards against guessing has a bound that no content can lift:
/// 8 digits and 100 failures in a row are one chance in a million (NIST SP 800-63B-4, 3.2.2).
/// </summary>
public sealed record CodePolicy(AnswerSettings Settings)
{
    /// <summary>The digits of a code.</summary>
    public const int Digits = 8;

    /// <summary><c>minutes</c> that a code is valid: 1 to 60, usually 10.</summary>
    public TimeSpan Lifetime => TimeSpan.FromMinutes(Bounded("minutes", 10, 60));

    /// <summary><c>checks</c> of one code: 1 to 3.</summary>
    public int Checks => Bounded("checks", 3, 3);

    /// <summary><c>per-day</c>: codes to one person a day that other lines ask for, and as many for networks and for the own line; 1 to 20, usually 5.</summary>
    public int PerDay => Bounded("per-day", 5, 20);

    /// <summary><c>failures-per-day</c> against one person, and by one line: 1 to 10.</summary>
    public int FailuresPerDay => Bounded("failures-per-day", 10, 10);

    /// <summary><c>failures-ever</c>: failures in a row against one person, 1 to 100, after which only a branch helps.</summary>
    public int FailuresEver => Bounded("failures-ever", 100, 100);

    /// <summary><c>recent-days</c>: a phone number that is on file for less proves nothing by itself; 1 to 365, usually 7.</summary>
    public int RecentDays => Bounded("recent-days", 7, 365);

    /// <summary><c>per-person-and-network</c>: codes to one person a day that one network may ask for; 1 to 20, usually 3.</summary>
    public int PerPersonAndNetwork => Bounded("per-person-and-network", 3, 20);

    /// <summary><c>per-line</c>: codes that one line may ask for a day, for whomever; usually 10.</summary>
    public int PerLine => Bounded("per-line", 10);

    /// <summary><c>per-prefix</c>: codes that a block of ten thousand neighbouring numbers may ask for a day; usually 200.</summary>
    public int PerPrefix => Bounded("per-prefix", 200);

    /// <summary><c>per-fund</c>: codes that may be asked of the fund a day; usually 50,000.</summary>
    public int PerFund => Bounded("per-fund", 50_000);

    /// <summary><c>sms-per-day</c>: codes and links that the fund sends by SMS a day; usually 5,000.</summary>
    public int SmsPerDay => Bounded("sms-per-day", 5000);

    /// <summary><c>per-network</c>: codes that one network may ask for a day on the web and in chats; a tenth of the fund's at most, and usually.</summary>
    public int PerNetwork => Bounded("per-network", int.MaxValue, Part(10));

    /// <summary><c>per-networks</c>: codes that all networks together may ask for a day; half of the fund's at most, and usually: the rest is for lines.</summary>
    public int PerNetworks => Bounded("per-networks", int.MaxValue, Part(2));

    public static CodePolicy Of(Fund fund) => new(fund.Policies.GetValueOrDefault("codes", AnswerSettings.None));

    /// <summary>A part of what the fund sends a day.</summary>
    private int Part(int of) => Math.Max(1, Math.Min(PerFund, SmsPerDay) / of);

    private int Bounded(string name, int usual, int most = int.MaxValue) => (int)Math.Clamp(Settings.Number(name) ?? usual, 1, most);
}
