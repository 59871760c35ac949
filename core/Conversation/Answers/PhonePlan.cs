using System.Text.RegularExpressions;

namespace ChatChannels.Conversation.Answers;

/// <summary>
/// The numbering plan of one country (TEL-1 to TEL-4). A number's operator is never read from its prefix: all three
/// countries have number portability (TEL-5).
/// </summary>
/// <param name="Country">ISO 3166-1 alpha-2, upper case.</param>
/// <param name="CallingCode">Of ITU-T E.164, without the plus.</param>
/// <param name="Trunk">What is dialled before a national number inside the country, or nothing.</param>
/// <param name="Example">A national number nobody would take for theirs, as people write it.</param>
public sealed record PhonePlan(string Country, string CallingCode, string Trunk, string Example)
{
    public static readonly ImmutableArray<PhonePlan> All =
    [
        new("CM", "237", Trunk: "", Example: "6 50 00 00 01")
        {
            Mobile = Shape(@"(?:24[23]|6(?:[25-9][0-9]|4[0-2]))[0-9]{6}"),
            Fixed = Shape(@"2(?:22|33)[0-9]{6}"),
        },
        new("TG", "228", Trunk: "", Example: "90 00 00 01")
        {
            Mobile = Shape(@"(?:7[0-389]|9[0-36-9])[0-9]{6}"),
            Fixed = Shape(@"2(?:2[2-7]|3[23]|4[45]|55|6[67]|77)[0-9]{5}"),
        },
        new("MA", "212", Trunk: "0", Example: "06 50 00 00 01")
        {
            Mobile = Shape(@"(?:6(?:[0-79][0-9]|8[0-247-9])|7(?:[016-8][0-9]|2[0-8]|3[01]|5[0-5]))[0-9]{6}"),
            Fixed = Shape(@"5[1-5][0-9]{7}"),
        },
    ];

    internal Regex Mobile { get; private init; } = Shape("");

    internal Regex Fixed { get; private init; } = Shape("");

    /// <summary>The plan of a country, or null where none is known.</summary>
    public static PhonePlan? Of(string country) =>
        All.FirstOrDefault(plan => string.Equals(plan.Country, country, StringComparison.Ordinal));

    /// <summary>Whether a national number, without trunk prefix, is in use.</summary>
    internal bool Has(string national) => Mobile.IsMatch(national) || Fixed.IsMatch(national);

    private static Regex Shape(string expression) => new($@"\A(?:{expression})\z", RegexOptions.NonBacktracking);
}
