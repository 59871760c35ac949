using System.Collections.Immutable;
using System.Globalization;

namespace ChatChannels.Hostility;

/// <summary>
/// How much longer one of two things takes than the other, by pairs done one right after the other: what slows the machine slows both,
/// so that a difference far below the spread of the times is seen. The middle difference, and the interval that holds the true one but
/// in one case of a thousand, by the ranks (sign test); no form of the spread is presumed.
/// </summary>
/// <param name="Median">The middle difference, in milliseconds.</param>
/// <param name="Low">The low end of the interval.</param>
/// <param name="High">Its high end.</param>
public sealed record PairedTimes(double Median, double Low, double High, int Pairs)
{
    /// <summary>Standard deviations that one in a thousand lies beyond.</summary>
    private const double Sure = 3.29;

    /// <summary>Half of the interval: a true difference of more than twice as much is told from none.</summary>
    public double Blur => (High - Low) / 2;

    /// <summary>Whether the times surely differ by more than so much.</summary>
    public bool DifferBy(double milliseconds) => Low > milliseconds || High < -milliseconds;

    public static PairedTimes Of(IEnumerable<double> differences)
    {
        ImmutableArray<double> ranked = [.. differences.Order()];
        var aside = (int)Math.Ceiling(Sure * Math.Sqrt(ranked.Length) / 2);
        var middle = ranked.Length / 2;
        return new PairedTimes(
            ranked[middle], ranked[Math.Max(middle - aside, 0)], ranked[Math.Min(middle + aside, ranked.Length - 1)], ranked.Length);
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Median * 1000:0.0} µs apart, surely between {Low * 1000:0.0} and {High * 1000:0.0} µs, of {Pairs} pairs");
}
