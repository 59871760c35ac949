using ChatChannels.Conversation.Flows;

namespace ChatChannels.Host.Checking;

/// <summary>No two funds may be dialled alike: neither the same code, nor one that is another's with digits behind it.</summary>
internal static class ServiceCodes
{
    public static IEnumerable<FoundDefect> Taken(IReadOnlyList<(Fund Fund, FundPlaces Places)> funds)
    {
        var codes = funds.SelectMany(fund => fund.Fund.ServiceCodes.Select((code, i) => (fund.Fund, fund.Places, Code: code, Index: i))).ToList();
        return from one in codes
               from other in codes.TakeWhile(earlier => earlier.Fund != one.Fund)
               where Bare(one.Code).StartsWith(Bare(other.Code), StringComparison.Ordinal) || Bare(other.Code).StartsWith(Bare(one.Code), StringComparison.Ordinal)
               select new FoundDefect(one.Fund.Id.Value, one.Places.AtFund(
                   "service-code-taken",
                   $"service-codes.{one.Index}",
                   $"'{one.Code}' cannot be told from '{other.Code}' of {other.Fund.Id}: digits behind a code open a service."));
    }

    /// <summary>With a star at its end, so that <c>*237*1#</c> begins <c>*237*1*2#</c> but not <c>*237*12#</c>.</summary>
    private static string Bare(string code) => $"{code.Trim().Trim('*', '#')}*";
}
