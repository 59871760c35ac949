using System.Buffers;
using System.Text;

namespace ChatChannels.Hostility;

/// <summary>Looks for personal values, in every form they may take, where none may be.</summary>
public sealed class CanaryScan
{
    private const int Around = 30;

    private readonly SearchValues<string> _folded;
    private readonly SearchValues<string> _squeezed;
    private readonly SearchValues<string> _exact;

    /// <summary>Looks for these.</summary>
    /// <param name="values">As typed; a date as dd/MM/yyyy. Long enough to be nothing else by chance.</param>
    public CanaryScan(IEnumerable<string> values)
    {
        var forms = values.Distinct(StringComparer.Ordinal).Select(CanaryForms.Of).ToList();
        _folded = Of(forms.SelectMany(form => form.Folded));
        _squeezed = Of(forms.SelectMany(form => form.Squeezed));
        _exact = Of(forms.SelectMany(form => form.Exact));
    }

    /// <summary>Where and in what surroundings a value stands; null where there is none.</summary>
    public string? Find(string place, byte[] content)
    {
        var octets = Encoding.Latin1.GetString(content);
        return Find(place, octets, _exact) ?? Find(place, CanaryForms.Fold(octets), _folded) ?? Find(place, CanaryForms.Squeeze(octets), _squeezed);
    }

    public string? Find(string place, string text) => Find(place, Encoding.UTF8.GetBytes(text));

    private static string? Find(string place, string octets, SearchValues<string> values) =>
        octets.AsSpan().IndexOfAny(values) is var at and >= 0
            ? $"{place}: …{octets[Math.Max(0, at - Around)..Math.Min(octets.Length, at + Around)]}…"
            : null;

    private static SearchValues<string> Of(IEnumerable<string> needles) => SearchValues.Create([.. needles], StringComparison.Ordinal);
}
