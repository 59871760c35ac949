using System.Globalization;

namespace ChatChannels.Conversation.Flows.Loading;

/// <summary>Reads under <c>look</c> how a fund looks on pages, and refuses colours that cannot be read.</summary>
internal sealed class LookReader(Source source, FundFiles files)
{
    private const string White = "#ffffff";

    /// <summary>WCAG 2.2, 1.4.3.</summary>
    private const double LeastContrast = 4.5;

    private readonly Source _source = source;
    private readonly FundFiles _files = files;

    public FundLook Read(Node.Map? look)
    {
        if (look is null)
            return FundLook.Plain;
        _source.Allow(look, "colour", "on-dark");
        if (!_files.Own.TryGetValue(FundLook.MarkFile, out var mark))
            _source.Report("look-mark", look.Line, $"The folder has no {FundLook.MarkFile}.");
        return new FundLook(
            Colour(look, "colour", White) ?? FundLook.Plain.Colour,
            Colour(look, "on-dark", FundLook.Dark) ?? FundLook.Plain.ColourOnDark,
            mark ?? FundLook.Plain.Mark);
    }

    private string? Colour(Node.Map look, string key, string beside)
    {
        if (_source.RequiredText(look, key) is not { } colour)
            return null;
        var line = look.Find(key)!.Line;
        if (Luminance(colour) is not { } luminance)
            _source.Report("look-colour", line, $"'{colour}' is no colour; #0a5c43 is.");
        else if (Contrast(luminance, Luminance(beside)!.Value) is var contrast && contrast < LeastContrast)
            _source.Report("look-contrast", line, string.Create(CultureInfo.InvariantCulture, $"'{colour}' on {beside} has a contrast of {contrast:0.0}, and needs {LeastContrast}."));
        return colour;
    }

    private static double Contrast(double one, double other) => (Math.Max(one, other) + 0.05) / (Math.Min(one, other) + 0.05);

    /// <summary>The relative luminance of <c>#rrggbb</c>, from 0 to 1; null for what is no colour.</summary>
    private static double? Luminance(string colour) =>
        colour is ['#', .. { Length: 6 } digits] && int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? (0.2126 * Linear(value >> 16)) + (0.7152 * Linear((value >> 8) & 255)) + (0.0722 * Linear(value & 255))
            : null;

    private static double Linear(int channel)
    {
        var share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }
}
