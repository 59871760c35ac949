using System.Globalization;

namespace ChatChannels.Bench.Results;

/// <summary>A figure beside the one that is wanted.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Wanted">The bound.</param>
/// <param name="IsLeast">Whether the bound is the least that is wanted; otherwise it is the most.</param>
/// <param name="Measured">The median decides.</param>
/// <param name="Unit">Behind the figures.</param>
internal sealed record Verdict(string What, double Wanted, bool IsLeast, Spread Measured, string Unit = "")
{
    public bool Holds => IsLeast ? Measured.Median >= Wanted : Measured.Median <= Wanted;

    public static Verdict AtLeast(string what, double wanted, IEnumerable<double> measured) =>
        new(what, wanted, IsLeast: true, Spread.Of(measured));

    public static Verdict AtMost(string what, double wanted, string unit, IEnumerable<double> measured) =>
        new(what, wanted, IsLeast: false, Spread.Of(measured), unit);

    public IReadOnlyList<string> Row =>
    [
        What,
        string.Create(CultureInfo.InvariantCulture, $"{(IsLeast ? '≥' : '≤')} {Wanted}{Unit}"),
        Measured.Whole("0.##") + Unit,
        Holds ? "yes" : "**no**",
    ];
}
