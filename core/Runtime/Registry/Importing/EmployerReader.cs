using System.Collections.Immutable;
using ChatChannels.Conversation.Flows;
using ChatChannels.Runtime.Storage.Register;
using ChatChannels.Services.Members;

namespace ChatChannels.Runtime.Registry.Importing;

/// <summary>Employers: number, name, and facts named as answers are.</summary>
internal sealed class EmployerReader(Fund fund, DateOnly today) : EntryReader
{
    private readonly FactReader _facts = new(fund, today);

    public override ImmutableArray<string> Required { get; } = ["number", "name"];

    public override bool Knows(string column) => Required.Contains(column, StringComparer.Ordinal) || _facts.Knows(column);

    protected override RegisterEntry ReadEntry(CsvRow row) =>
        new RegisterEntry.OfEmployer(new Employer(fund.Id, row.Needed("number"), row.Needed("name"), _facts.Read(row)));
}
