using System.Collections.Immutable;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Answers;
using ChatChannels.Conversation.Flows;
using ChatChannels.Services.Cases;
using ChatChannels.Services.Members;
using ChatChannels.Services.Messages;
using ChatChannels.Services.PreRegistration;

namespace ChatChannels.Services.Processing;

/// <summary>
/// Decides one validated file: a registration number, or what to complete; and the last message either way (CNPS-18,
/// CNPS-19). The changes name the version they were decided on, so two nodes cannot both process a file.
/// </summary>
public sealed class CaseProcessing(IRegister register, MessageWriter messages, IIdSource ids)
{
    public const string NumberGiven = "number-given";
    public const string ToComplete = "to-complete";
    private static readonly ImmutableArray<Channel> Kinds = [Channel.Sms, Channel.Email];

    /// <summary>What processing the file writes; empty when the file is not validated (any more). One that waits for papers has waited long enough.</summary>
    public async Task<ImmutableArray<Change>> Decide(Fund fund, Case file, DateTimeOffset now, DateOnly today, CancellationToken cancellation)
    {
        if (file.State is not (CaseState.Validated or CaseState.AwaitingPapers))
            return [];
        var likeness = PersonAnswers.Likeness(file.Answers);
        var known = await register.Knows(fund.Id, file.Identity, likeness, cancellation);
        var rules = new ProcessingRules(fund.Policies.GetValueOrDefault("processing", AnswerSettings.None));
        var reasons = file.Awaits.IsEmpty ? rules.Examine(file.Answers, known, today) : [ProcessingRules.PapersMissing];
        return reasons.IsEmpty ? GiveNumber(fund, file, likeness, now, today) : AskToComplete(fund, file, reasons, now, today);
    }

    /// <summary>What lapsing a file writes that was not validated within the fund's <c>case</c> policy <c>keep-days</c>.</summary>
    public static ImmutableArray<Change> Lapse(Case file, DateTimeOffset now) => CaseLife.Move(file, CaseTrigger.Lapse, now) is { } lapsed
        ? [new Change.ReplaceCase(lapsed), new Change.Record(CaseAccess.Fact("case-lapsed", lapsed, null, now))]
        : [];

    private ImmutableArray<Change> GiveNumber(Fund fund, Case file, string? likeness, DateTimeOffset now, DateOnly today)
    {
        var digits = (int)(fund.Policies.GetValueOrDefault("registration-number", AnswerSettings.None).Number("digits") ?? 10);
        var number = ids.NextDigits(digits);
        var processed = CaseLife.Move(file, CaseTrigger.GiveNumber, now)! with { RegistrationNumber = number };
        return
        [
            new Change.ReplaceCase(processed),
            new Change.RegisterMember(new Member(fund.Id, number, file.Identity, likeness, file.Answers, now)),
            new Change.Record(CaseAccess.Fact("registration-number-given", processed, null, now)),
            .. messages.Write(fund, Notice(NumberGiven, processed, ("registration-number", number)), now, today),
        ];
    }

    private ImmutableArray<Change> AskToComplete(Fund fund, Case file, ImmutableArray<string> reasons, DateTimeOffset now, DateOnly today)
    {
        var processed = CaseLife.Move(file, CaseTrigger.AskToComplete, now)! with { Reasons = reasons };
        var told = string.Join(' ', reasons.Select(reason => fund.Texts.Plain(file.Language, $"reasons.{reason}")));
        return
        [
            new Change.ReplaceCase(processed),
            new Change.Record(CaseAccess.Fact("completion-asked", processed, null, now)),
            .. messages.Write(fund, Notice(ToComplete, processed, ("reasons", told)), now, today),
        ];
    }

    private static Notice Notice(string template, Case file, (string Name, string Value) value) => new()
    {
        Template = template,
        Kinds = Kinds,
        Language = file.Language,
        Answers = file.Answers.With(CaseAccess.NumberAnswer, file.Number.Digits),
        Filer = file.Filer,
        Values = ImmutableDictionary<string, string>.Empty.Add(value.Name, value.Value),
    };
}
