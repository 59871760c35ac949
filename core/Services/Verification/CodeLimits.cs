using System.Collections.Immutable;
using ChatChannels.Services.Actions;

namespace ChatChannels.Services.Verification;

/// <summary>
/// How often codes may be asked for: by a line, a block of numbers, of a fund; for a person; and into a country by SMS. That of
/// the person is silent, or it would tell who is known.
/// </summary>
internal static class CodeLimits
{
    /// <summary>The digits that the numbers of one block differ in.</summary>
    private const int BlockDigits = 4;

    /// <summary>The allowances of one sending.</summary>
    /// <param name="bucket">What codes are counted against.</param>
    /// <param name="texts">How many SMS it takes; 0 where nothing is really sent.</param>
    public static ImmutableArray<Allowance> Of(ActionRequest request, string bucket, int texts)
    {
        var policy = CodePolicy.Of(request.Fund);
        var line = request.Address.Value;
        return
        [
            new($"codes:line:{line}", policy.PerLine),
            new($"codes:prefix:{line[..Math.Max(0, line.Length - BlockDigits)]}", policy.PerPrefix),
            new($"codes:fund:{request.Fund.Id}", policy.PerFund),
            new($"codes:to:{bucket}", policy.PerDay, IsSilent: true),
            new($"codes:country:{request.Fund.Country}", policy.SmsPerDay, texts),
        ];
    }

    /// <summary>The allowances of sending a secret to somebody who is proven.</summary>
    public static ImmutableArray<Allowance> OfProven(ActionRequest request, string member, int texts)
    {
        var policy = CodePolicy.Of(request.Fund);
        return
        [
            new($"secrets:{request.Fund.Id}:{member}", policy.PerDay),
            new($"codes:country:{request.Fund.Country}", policy.SmsPerDay, texts),
        ];
    }

    /// <summary>What failures of a line count against.</summary>
    public static string FailuresOf(ActionRequest request) => $"code-failures:line:{request.Address.Value}";
}
