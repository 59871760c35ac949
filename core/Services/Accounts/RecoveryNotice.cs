using System.Collections.Immutable;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Services.Messages;

namespace ChatChannels.Services.Accounts;

/// <summary>Tells every address of a person, old and new, that their account was recovered (NIST SP 800-63B-4, 4.2).</summary>
public sealed class RecoveryNotice(MessageWriter messages)
{
    /// <summary>The message.</summary>
    public const string Recovered = "recovered";

    public ImmutableArray<Change> Write(Fund fund, AccountHolder holder, DateTimeOffset now, DateOnly today) =>
        [.. holder.Contacts.All.SelectMany(contact => messages.Write(fund, Notice(holder, contact.Kind, contact.To, now), now, today))];

    private static Notice Notice(AccountHolder holder, Channel kind, string to, DateTimeOffset now) => new()
    {
        Template = Recovered,
        Kinds = [kind],
        Language = holder.Language,
        Answers = AnswerSheet.None,
        Filer = holder.Filer,
        Destination = new Destination(to, kind == Channel.Sms ? to : holder.Contacts.Phone ?? to, now + MessageWriter.Lifetime),
    };
}
