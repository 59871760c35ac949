using System.Collections.Immutable;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Localization;
using ChatChannels.Services.Actions;
using ChatChannels.Services.Messages;

namespace ChatChannels.Services.Verification;

/// <summary>
/// Issues a code, or what looks like one from outside: for a person who is not known, or may not be sent one, the same rows are
/// written, but no code matches the hash and the message is over before it can leave.
/// </summary>
public sealed class CodeIssue(IIdSource ids, ISecrets secrets, MessageWriter messages)
{
    /// <summary>The messages.</summary>
    public const string Code = "code";
    public const string NotYet = "code-not-yet";

    /// <summary>What fills them beside the values of every message.</summary>
    public const string CodeValue = "code";
    public const string Minutes = "minutes";
    public const string Days = "days";

    /// <summary>What issuing writes.</summary>
    /// <param name="isReal">Whether a code may leave.</param>
    /// <returns>The challenge's id for the session, and the changes.</returns>
    public (string Challenge, ImmutableArray<Change> Changes) Write(ActionRequest request, Recipient recipient, ImmutableArray<Channel> kinds, bool isReal)
    {
        var policy = CodePolicy.Of(request.Fund);
        var id = ids.NextId().ToString("N");
        var code = ids.NextDigits(CodePolicy.Digits);
        var unknowable = ids.NextId().ToString("N"); // nobody can type letters
        var secret = isReal && !recipient.IsDoubtful ? code : unknowable;
        var challenge = new Challenge(id, secrets.Hash(recipient.Target.Subject(request, id), secret), request.Now + policy.Lifetime);
        return (id,
        [
            new Change.IssueCode(challenge, recipient.Bucket),
            .. kinds.SelectMany(kind => messages.Write(
                request.Fund, Notice(request, recipient, kind, isReal ? recipient.On(kind) : null, id, code), request.Now, request.Today)),
        ]);
    }

    private static Notice Notice(ActionRequest request, Recipient recipient, Channel kind, string? to, string challenge, string code)
    {
        var policy = CodePolicy.Of(request.Fund);
        return new Notice
        {
            Template = recipient.IsDoubtful ? NotYet : Code,
            Kinds = [kind],
            Language = request.Language,
            Answers = AnswerSheet.None,
            Filer = request.Address,
            Destination = to is null
                ? new Destination("-", challenge, request.Now)
                : new Destination(to, recipient.Phone ?? to, request.Now + (policy.Lifetime / 2)), // a code that comes later is of no use
            Values = ImmutableDictionary<string, string>.Empty
                .Add(CodeValue, GroupedDigits.Show(code, CodePolicy.Digits / 2, request.Language))
                .Add(Minutes, Number(policy.Lifetime.TotalMinutes))
                .Add(Days, Number(policy.RecentDays)),
        };
    }

    private static string Number(double number) => number.ToString("0", System.Globalization.CultureInfo.InvariantCulture);
}
