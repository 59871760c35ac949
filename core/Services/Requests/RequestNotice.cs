using System.Collections.Immutable;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Services.Accounts;
using ChatChannels.Services.Actions;
using ChatChannels.Services.Members;
using ChatChannels.Services.Messages;

namespace ChatChannels.Services.Requests;

/// <summary>
/// Tells of a request that was filed in somebody's name: the phone of whoever filed it at once, and every address on file as soon as
/// the register says which. Whoever read one code over somebody's shoulder, or opened their mailbox, does not have all of these.
/// </summary>
public sealed class RequestNotice(IIdSource ids, MessageWriter messages)
{
    /// <summary>The message.</summary>
    public const string Filed = "request-filed";

    /// <summary>How long the owner's notice waits for the register; the request itself waits until it is taken.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromDays(30);

    /// <summary>What telling writes with the turn that files the request.</summary>
    public ImmutableArray<Change> Write(ActionRequest request, RegisterRequest filed)
    {
        var notice = new Notice
        {
            Template = Filed,
            Kinds = [Channel.Sms],
            Language = request.Language,
            Answers = request.Answers,
            Filer = request.Address,
            Values = Reference(filed.Reference),
        };
        var told = messages.Write(request.Fund, notice, request.Now, request.Today);
        var phone = told.OfType<Change.Send>().Select(sent => sent.Message.To).FirstOrDefault(); // none in a chat that knows no number
        return [.. told, new Change.AskLater(Kept(request, filed, phone is null ? request.Address : new Address(Channel.Sms, phone)))];
    }

    /// <summary>What the owner hears, however new the addresses on file are; not twice where the filer was told by the same phone.</summary>
    internal static IEnumerable<Notice> ToOwner(LateQuestion kept, MemberRecord? owner, DateTimeOffset now) =>
        from contact in Contacts.Of(owner, AnswerSheet.None).All
        where !string.Equals(contact.To, kept.Caller.Value, StringComparison.Ordinal)
        select new Notice
        {
            Template = Filed,
            Kinds = [contact.Kind],
            Language = kept.Language,
            Answers = AnswerSheet.None,
            Filer = kept.Caller,
            Destination = new Destination(contact.To, contact.Kind == Channel.Sms ? contact.To : owner?.Phone ?? contact.To, now + MessageWriter.Lifetime),
            Values = Reference(kept.Reference),
        };

    private LateQuestion Kept(ActionRequest request, RegisterRequest filed, Address told) => new()
    {
        Id = ids.NextId(),
        Fund = request.Fund.Id,
        Topic = LateTopic.Filed,
        Member = filed.Member,
        Facts = AnswerSheet.None,
        Caller = told,
        Language = request.Language,
        Reference = filed.Reference,
        At = request.Now,
        Expires = request.Now + Patience,
    };

    private static ImmutableDictionary<string, string> Reference(string reference) =>
        ImmutableDictionary<string, string>.Empty.Add(MemberAnswers.Reference, reference);
}
