using System.Collections.Immutable;
using ChatChannels.Conversation.Flows;
using ChatChannels.Runtime.Storage.Register;
using ChatChannels.Services.Claims;

namespace ChatChannels.Runtime.Registry.Importing;

/// <summary>Claims; the state is one of ours, or a code of the fund that its policy <c>claim-states</c> maps to one.</summary>
internal sealed class ClaimReader(Fund fund) : EntryReader
{
    private static readonly ImmutableArray<string> Optional =
        ["amount-claimed", "amount-reimbursed", "rejection-reason", "missing-pieces", "complete-by", "paid-on"];

    private readonly ImmutableSortedDictionary<string, ClaimState> _states = ClaimStates.Of(fund);

    public override ImmutableArray<string> Required { get; } = ["claim", "number", "state", "filed-on"];

    public override bool Knows(string column) => Required.Contains(column, StringComparer.Ordinal) || Optional.Contains(column, StringComparer.Ordinal);

    protected override RegisterEntry ReadEntry(CsvRow row)
    {
        foreach (var column in Required)
            row.Needed(column);
        var claim = new Claim
        {
            Id = row.Text("claim") ?? "",
            State = row.Word("state", _states) ?? default,
            FiledOn = row.Day("filed-on") ?? default,
            AmountClaimed = row.Amount("amount-claimed"),
            AmountReimbursed = row.Amount("amount-reimbursed"),
            RejectionReason = row.Text("rejection-reason"),
            MissingPieces = [.. row.Text("missing-pieces")?.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? []],
            CompleteBy = row.Day("complete-by"),
            PaidOn = row.Day("paid-on"),
        };
        return new RegisterEntry.OfClaim(fund.Id, row.Text("number") ?? "", claim);
    }
}
