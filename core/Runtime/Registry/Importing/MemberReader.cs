using System.Collections.Immutable;
using ChatChannels.Conversation.Flows;
using ChatChannels.Runtime.Storage.Register;
using ChatChannels.Services.Members;
using ChatChannels.Services.PreRegistration;
using ChatChannels.Services.Recovery;

namespace ChatChannels.Runtime.Registry.Importing;

/// <summary>Members: what the register tells of them, and one column for each fact, named as the answer is.</summary>
internal sealed class MemberReader(Fund fund, DateOnly today) : EntryReader
{
    private static readonly ImmutableArray<string> Own = ["number", "since", "standing", "reason", "phone", "phone-since", "email", "payment-mode"];

    private readonly FactReader _facts = new(fund, today);
    private readonly ImmutableArray<string> _foundBy = FoundBy(fund);

    public override ImmutableArray<string> Required { get; } = ["number", "since"];

    public override bool Knows(string column) => Own.Contains(column, StringComparer.Ordinal) || _facts.Knows(column);

    protected override RegisterEntry ReadEntry(CsvRow row)
    {
        var facts = _facts.Read(row);
        var since = row.Day("since") is { } day ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero) : default;
        var identity = facts.Has(PersonAnswers.IdType) && facts.Has(PersonAnswers.IdNumber) ? PersonAnswers.Identity(facts) : null;
        var member = new Member(fund.Id, row.Needed("number"), identity, PersonAnswers.Likeness(facts), facts, since)
        {
            Standing = row.Word("standing", RegisterWords.Standings) ?? Standing.Registered,
            Reason = row.Text("reason"),
            Phone = _facts.Knows("phone") ? facts["phone"] : _facts.Phone(row, "phone"),
            PhoneSince = row.Day("phone-since"),
            Email = row.Text("email"),
            PaymentMode = row.Word("payment-mode", RegisterWords.PaymentModes) ?? PaymentMode.None,
        };
        row.Needed("since");
        return new RegisterEntry.OfMember(member, _foundBy);
    }

    /// <summary>The numbers by which the fund's flows locate somebody; dates and names would point to too many.</summary>
    private static ImmutableArray<string> FoundBy(Fund fund) =>
    [
        .. fund.Flows.SelectMany(flow => flow.States).OfType<State.Do>()
            .Where(state => state.Action is LocateAction.Name)
            .SelectMany(state => state.With.All(LocateAction.By))
            .Distinct(StringComparer.Ordinal)
            .Where(name => fund.CollectorOf(name) is State.Ask { Type.Name: "document" or "registration-number" }),
    ];
}
