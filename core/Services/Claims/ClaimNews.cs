using System.Collections.Immutable;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Services.Audit;
using ChatChannels.Services.Members;
using ChatChannels.Services.Messages;

namespace ChatChannels.Services.Claims;

/// <summary>
/// Tells who asked for it that a claim has changed. What was told is kept in the wish, whose version the changes name: however often
/// and wherever a change is come upon, it is told once.
/// </summary>
public sealed class ClaimNews(IRegister register, IClaimFollows follows, MessageWriter messages)
{
    /// <summary>The message.</summary>
    public const string Changed = "claim-changed";

    /// <summary>What fills it: the claim in a line.</summary>
    public const string Line = "claim-line";

    /// <summary>What a change of a claim writes; empty where nobody wants to hear of it, or has heard.</summary>
    public async Task<ImmutableArray<Change>> Decide(Fund fund, ClaimChange change, DateTimeOffset now, DateOnly today, CancellationToken cancellation)
    {
        var (id, state) = (change.Claim.Id, change.Claim.State);
        if (await follows.Find(fund.Id, change.Member, cancellation) is not { } wish
            || (wish.Told.TryGetValue(id, out var told) && told == state)
            || await register.Get(fund.Id, change.Member, cancellation) is not { } member)
            return [];
        var heard = wish with { Told = wish.Told.SetItem(id, state), Version = wish.Version + 1 };
        return
        [
            new Change.Follow(heard),
            new Change.Record(new AuditFact(fund.Id, "claim-change-told", ClaimTexts.Word(state), null, now)),
            .. FiledPhone.Of(fund, member, today) is { } phone ? messages.Write(fund, Notice(fund, wish, change.Claim, phone), now, today) : [],
        ];
    }

    private static Notice Notice(Fund fund, ClaimFollow wish, Claim claim, Address phone) => new()
    {
        Template = Changed,
        Kinds = [Channel.Sms],
        Language = wish.Language,
        Answers = AnswerSheet.None,
        Filer = phone,
        Values = ImmutableDictionary<string, string>.Empty.Add(Line, ClaimTexts.Line(fund, wish.Language, claim)),
    };
}
