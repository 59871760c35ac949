using ChatChannels.Conversation;
using ChatChannels.Services.Audit;
using ChatChannels.Services.Cases;
using ChatChannels.Services.Claims;
using ChatChannels.Services.Dialogues;
using ChatChannels.Services.Documents;
using ChatChannels.Services.HandOvers;
using ChatChannels.Services.Links;
using ChatChannels.Services.Members;
using ChatChannels.Services.Messages;
using ChatChannels.Services.Requests;
using ChatChannels.Services.Verification;

namespace ChatChannels.Services;

/// <summary>Something to be written, all or nothing, with the turn or the run that decided it. A closed family.</summary>
public abstract record Change
{
    private Change()
    {
    }

    /// <summary>A new case. Clashes when its number is taken, or its identity already has an open case of the fund and kind.</summary>
    public sealed record OpenCase(Case Case) : Change;

    /// <summary>The next version of a case. Clashes unless the stored version is <c>Case.Version - 1</c>.</summary>
    public sealed record ReplaceCase(Case Case) : Change;

    /// <summary>A new member in the local register. Clashes when the number or the identity is taken.</summary>
    public sealed record RegisterMember(Member Member) : Change;

    /// <summary>A message for the outbox.</summary>
    public sealed record Send(Message Message) : Change;

    /// <summary>A code that is about to be sent.</summary>
    /// <param name="Bucket">What failures to tell it count against; longer-lived than the code. Personal.</param>
    public sealed record IssueCode(Challenge Challenge, string Bucket) : Change
    {
        public override string ToString() => "IssueCode { *** }";
    }

    /// <summary>A code was right: it is used up, and the failures before it are forgotten. Clashes when it was used up already.</summary>
    public sealed record UseCode(CodeTry Try) : Change;

    /// <summary>A line proved possession: its history begins, or goes on.</summary>
    /// <param name="Line">The keyed hash of the number, under <see cref="Subject"/>.</param>
    /// <param name="First">Since when it is known; earlier than <paramref name="At"/> only where that is known from elsewhere.</param>
    public sealed record SeeLine(string Line, DateTimeOffset First, DateTimeOffset At) : Change
    {
        public const string Subject = "line";
    }

    /// <summary>Facts were right, and what they were counted against is given back; for an unknown person nothing is, by the same write.</summary>
    public sealed record GiveBackFacts(System.Collections.Immutable.ImmutableArray<string> Subjects, DateOnly Day, bool IsRight) : Change
    {
        public override string ToString() => "GiveBackFacts { *** }";
    }

    /// <summary>A code that is about to be shown, to come back by SMS.</summary>
    public sealed record StartReverseProof(ReverseProof Proof) : Change;

    /// <summary>A reverse proof was used up. Clashes when it was before.</summary>
    public sealed record UseReverseProof(string Id, DateTimeOffset At) : Change;

    /// <summary>A link to a page that is about to be sent.</summary>
    /// <param name="Token">What the link holds; kept nowhere else. Secret.</param>
    public sealed record IssueLink(string Token, Link Link) : Change
    {
        public override string ToString() => "IssueLink { *** }";
    }

    /// <summary>A link was used up. Clashes when it was before.</summary>
    public sealed record UseLink(string Token, Link Link, DateTimeOffset At) : Change
    {
        public override string ToString() => "UseLink { *** }";
    }

    /// <summary>A message of a channel that may send it again for days came in.</summary>
    public sealed record TakeIn(InboxMark Mark, DateTimeOffset At) : Change;

    /// <summary>A dialogue begins. Clashes when it began before.</summary>
    public sealed record OpenDialogue(Dialogue Dialogue) : Change;

    /// <summary>Something was said in a dialogue. Clashes when a turn of its id is there, or when another was written at the same time.</summary>
    public sealed record Tell(DialogueTurn Turn) : Change;

    /// <summary>A file was sent in a dialogue.</summary>
    public sealed record KeepFile(DialogueFile File) : Change;

    /// <summary>
    /// A file that a person sent, ahead of the turn that tells of it; forgotten after a day unless a case takes it. It must be in the store
    /// before that turn, which may file it at once.
    /// </summary>
    public sealed record KeepDocument(Document Document, Address Sender) : Change
    {
        public override string ToString() => $"KeepDocument {{ {Document} }}";
    }

    /// <summary>A document belongs to a case from now on, whether it was kept before or not. Clashes when a case has it already.</summary>
    /// <param name="Case">The case's number, or the id of a request for the register.</param>
    /// <param name="Paper">What paper it is, as flows call it.</param>
    public sealed record FileDocument(Document Document, string Case, string Paper) : Change;

    /// <summary>A hand-over to an agent, new or moved. Clashes unless the stored version is one less.</summary>
    public sealed record KeepHandOver(HandOver HandOver) : Change;

    /// <summary>Something was said in a hand-over.</summary>
    public sealed record KeepWords(HandOver HandOver, HandOverWords Words) : Change;

    /// <summary>A fact for the audit chain.</summary>
    public sealed record Record(AuditFact Fact) : Change;

    /// <summary>A request for the fund's register.</summary>
    public sealed record Ask(RegisterRequest Request) : Change;

    /// <summary>A question for the register once it answers again.</summary>
    public sealed record AskLater(LateQuestion Question) : Change;

    /// <summary>A late question is answered. Clashes when it was before.</summary>
    public sealed record AnswerLate(LateQuestion Question, DateTimeOffset At) : Change;

    /// <summary>A wish to hear of claims, new or changed. Clashes unless the stored version is one less.</summary>
    public sealed record Follow(ClaimFollow Wish) : Change;
}
