using System.Globalization;
using System.Runtime.InteropServices;

namespace ChatChannels.Bench.Results;

/// <summary>The middle of some values, and how far they lie apart.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Spread(double Median, double Least, double Most)
{
    public static Spread Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        var middle = sorted.Length / 2;
        var median = sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(median, sorted[0], sorted[^1]);
    }

    /// <summary>The median alone.</summary>
    public string Middle(string format) => Median.ToString(format, CultureInfo.InvariantCulture);

    /// <summary>Median and, in brackets, the least and the most.</summary>
    public string Whole(string format) => string.Create(
        CultureInfo.InvariantCulture, $"{Middle(format)} [{Least.ToString(format, CultureInfo.InvariantCulture)}–{Most.ToString(format, CultureInfo.InvariantCulture)}]");
}
