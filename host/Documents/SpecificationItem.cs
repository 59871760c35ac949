using System.Collections.Immutable;

namespace ChatChannels.Host.Documents;

/// <summary>One item of a fund's own documents.</summary>
/// <param name="Id">As the flows name it under <c>covers</c>: <c>TNS-15</c>.</param>
/// <param name="Is">What it says, in a few words.</param>
/// <param name="By">What fulfils it beside flows and states: <c>text …</c>, <c>policy …</c> or <c>list …</c>.</param>
/// <param name="Apart">Why it cannot exist on a phone, or null.</param>
internal sealed record SpecificationItem(string Id, string Is, ImmutableArray<string> By, string? Apart)
{
    /// <summary>What the ids of its section begin with.</summary>
    public string Prefix => Id[..(Id.LastIndexOf('-') + 1)];
}
