using System.Collections.Immutable;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Services.Audit;
using ChatChannels.Services.Requests;

namespace ChatChannels.Services.Accounts;

/// <summary>Sets a password: the register is asked once, with its hash alone, and every address of the person hears of it.</summary>
public sealed class PasswordSetting(RecoveryNotice notice, IIdSource ids)
{
    /// <summary>The requests that the register gets.</summary>
    public const string SetPassword = "set-password";
    public const string SetOneTimePassword = "set-one-time-password";

    /// <summary>The answer that holds the hash.</summary>
    public const string HashAnswer = "password-hash";

    /// <summary>What setting a password by a link writes; clashes when the link was used before.</summary>
    public ImmutableArray<Change> ByLink(Fund fund, string token, PasswordLink link, string password, DateTimeOffset now, DateOnly today) =>
        [new Change.UseLink(token, link, now), .. Set(fund, SetPassword, link.Holder, password, now, today)];

    /// <summary>What setting a password that is to be changed at first use writes.</summary>
    public ImmutableArray<Change> OneTime(Fund fund, AccountHolder holder, string password, DateTimeOffset now, DateOnly today) =>
        Set(fund, SetOneTimePassword, holder, password, now, today);

    private ImmutableArray<Change> Set(Fund fund, string kind, AccountHolder holder, string password, DateTimeOffset now, DateOnly today)
    {
        var request = new RegisterRequest
        {
            Id = ids.NextId(),
            Fund = fund.Id,
            Kind = kind,
            Member = holder.Member,
            Filer = holder.Filer,
            Answers = AnswerSheet.None.With(HashAnswer, PasswordHash.Of(password, ids.NextId().ToByteArray())),
            Reference = ids.NextDigits(RequestAction.ReferenceDigits),
            At = now,
        };
        return
        [
            new Change.Ask(request),
            new Change.Record(new AuditFact(fund.Id, kind, request.Reference, holder.Filer, now)),
            .. notice.Write(fund, holder, now, today),
        ];
    }
}
