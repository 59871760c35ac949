using System.Collections.Immutable;
using ChatChannels.Conversation.Flows;
using ChatChannels.Runtime.Storage.Register;
using ChatChannels.Services.Members;

namespace ChatChannels.Runtime.Registry.Importing;

/// <summary>Accounts: whose, and since when.</summary>
internal sealed class AccountReader(Fund fund) : EntryReader
{
    public override ImmutableArray<string> Required { get; } = ["number", "since"];

    public override bool Knows(string column) => Required.Contains(column, StringComparer.Ordinal);

    protected override RegisterEntry ReadEntry(CsvRow row)
    {
        row.Needed("since");
        return new RegisterEntry.OfAccount(new Account(fund.Id, row.Needed("number"), row.Day("since") ?? default));
    }
}
