using System.Text.RegularExpressions;
using ChatChannels.Runtime.Funds;

namespace ChatChannels.Soak.Stores;

/// <summary>The funds without a bound on a fund's messages to typed addresses: here more people file in a minute than a fund has in a day.</summary>
internal static partial class UnboundedFunds
{
    /// <summary>Copies them.</summary>
    /// <returns>The folder of the copy.</returns>
    public static string CopyInto(string folder)
    {
        var (from, to) = (FundFolder.Locate("funds"), Path.Combine(folder, "funds"));
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        foreach (var fund in Directory.EnumerateFiles(to, "fund.yaml", SearchOption.AllDirectories))
            File.WriteAllText(fund, PerFund().Replace(File.ReadAllText(fund), "per-fund: 1000000000"));
        return to;
    }

    [GeneratedRegex("per-fund: [0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex PerFund();
}
