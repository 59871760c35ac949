using System.Globalization;
using System.Text.RegularExpressions;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Answers;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Runtime.Ids;
using ChatChannels.Runtime.Storage;
using ChatChannels.Services;
using ChatChannels.Services.Actions;
using ChatChannels.Services.Members;
using ChatChannels.Services.Messages;
using ChatChannels.Services.Verification;

namespace ChatChannels.Hostility;

/// <summary>The actions of verification over a real store, with members on paper, as a flow would ask them.</summary>
public sealed partial class CodeDesk
{
    private readonly SendCodeAction _send;
    private readonly CheckCodeAction _check;
    private readonly IStore _store;

    public CodeDesk(Fund fund, CodePorts ports, TimeProvider time)
    {
        (Fund, _store, Time, Secrets) = (fund, ports.Store, time, new CountedSecrets(ports.Secrets));
        var ids = new RandomIds();
        _send = new SendCodeAction(new AddressesOnFile(Register, Lines), ports.Allowances, new CodeIssue(ids, Secrets, new MessageWriter(ids, new Uri("https://fund.example/"))), Secrets);
        _check = new CheckCodeAction(ports.Challenges, Secrets);
    }

    public Fund Fund { get; init; }

    public PaperRegister Register { get; } = new();

    public PaperHistory Lines { get; } = new();

    public CountedSecrets Secrets { get; }

    public TimeProvider Time { get; }

    /// <summary>A mobile number of the fund's country that is nobody's: the last digits of its example are counted up.</summary>
    public string Phone(int n)
    {
        var first = PhoneNumber.Parse(PhonePlan.Of(Fund.Country)!.Example, Fund.Country).E164;
        return string.Create(CultureInfo.InvariantCulture, $"{first[..^6]}{n:000000}");
    }

    /// <summary>A member whose phone has been on file for years.</summary>
    public MemberRecord Member(int n)
    {
        var member = new MemberRecord
        {
            Number = string.Create(CultureInfo.InvariantCulture, $"{n:0000000000}"),
            Standing = Standing.Registered,
            Phone = Phone(n),
            PhoneSince = new DateOnly(2020, 1, 1),
            Email = string.Create(CultureInfo.InvariantCulture, $"member{n}@exemple.example"),
        };
        Register.Add(member);
        return member;
    }

    /// <summary>What a line asks.</summary>
    public ActionRequest Request(string line, AnswerSheet answers, params (string Name, string Value)[] with)
    {
        var now = Time.GetUtcNow();
        return new ActionRequest
        {
            Fund = Fund,
            Service = "recovery",
            Address = new Address(Channel.Ussd, line, Proof.Possessed),
            Language = Fund.Languages[0],
            Answers = answers,
            With = with.Aggregate(ActionSettings.None, (settings, setting) => settings.With(setting.Name, setting.Value)),
            Now = now,
            Today = DateOnly.FromDateTime(now.DateTime),
        };
    }

    public async Task<SentCode> Send(ActionRequest request, CancellationToken cancellation)
    {
        var result = await _send.Perform(request, cancellation);
        await Commit(result, cancellation);
        return new SentCode(
            result.Outcome.Exit,
            request.Answers.WithAll(result.Outcome.Values),
            [.. result.Changes.OfType<Change.Send>().Select(send => send.Message).Where(message => message.Expires > message.At)]);
    }

    /// <summary>Tries a code, and what it proves counts only once it is committed; one that was overtaken is tried again, as a turn is.</summary>
    public async Task<ActionResult> Check(ActionRequest request, string code, CancellationToken cancellation)
    {
        var asked = request with { Answers = request.Answers.With(CodeTarget.Code, code) };
        while (true)
        {
            var result = await _check.Perform(asked, cancellation);
            if (await Commit(result, cancellation))
                return result;
        }
    }

    /// <summary>The code that a message tells.</summary>
    public static string CodeIn(Message message) => string.Concat(Grouped().Match(message.Text).Value.Where(char.IsAsciiDigit));

    private async Task<bool> Commit(ActionResult result, CancellationToken cancellation) =>
        await _store.Commit(new Unit(null, result.Changes), cancellation) is CommitResult.Committed;

    [GeneratedRegex(@"\b[0-9]{4}[ \u00A0][0-9]{4}\b", RegexOptions.NonBacktracking)]
    private static partial Regex Grouped();
}
