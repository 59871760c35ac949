using System.Collections.Immutable;
using System.Net;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.Localization;
using ChatChannels.Runtime.Funds;
using ChatChannels.Runtime.Storage;
using ChatChannels.Runtime.Turns;
using ChatChannels.Ussd.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace ChatChannels.Ussd.AfricasTalking;

/// <summary>The callback of a hop, and the notice that a session ended.</summary>
internal sealed class Callback(
    FundDirectory funds, TurnRunner turns, GatewayLimits limits, TimeProvider time, IScreens screens, IOptions<UssdOptions> options)
{
    private readonly AfricasTalkingOptions _options = options.Value.AfricasTalking;

    /// <summary>One hop: 200 and <c>CON</c> or <c>END</c>, or 400 for what the protocol does not allow.</summary>
    public async Task<IResult> Hop(FormFields form, IPAddress? address)
    {
        if (!GatewayForm.TryRead(form, out var read, out var problem))
            return Refusal.Of(problem);
        if (!funds.TryFind(read.ServiceCode, out var fund, out var digits))
            return Refusal.Of("serviceCode is not one that a fund is reached by.");
        var request = Request(fund, read, Begin(read.Phone, Understand(digits, read.Text)));
        var reply = limits.Refuse(address, read.Phone) is { } text ? turns.Refuse(request, text) : await turns.Reply(request, _options.Deadline);
        return new ScreenText(reply);
    }

    /// <summary>The end of a session; only one that ended while an answer was awaited matters. Answered alike whether or not the session is known.</summary>
    public async Task<IResult> Ended(FormFields form, IPAddress? address)
    {
        if (!GatewayForm.TryRead(form, out var read, out var problem))
            return Refusal.Of(problem);
        if (limits.Refuse(address, read.Phone) is not null)
            return Refusal.Of("There were too many requests.", StatusCodes.Status429TooManyRequests);
        if (read.Status is "Incomplete" && funds.TryFind(read.ServiceCode, out var fund, out _))
            await turns.Reply(Request(fund, read, HangUp), _options.Deadline);
        return Results.Ok();
    }

    private static Reading HangUp(StoredSession? stored) =>
        stored is null ? new Reading.OutOfStep() : new Reading.Fresh(new Input.HungUp(), stored.Request);

    /// <summary>Where there is no session yet, the request begins one: counted once, however often the turn is decided again.</summary>
    private Func<StoredSession?, Reading> Begin(string phone, Func<string?, Reading> read)
    {
        var (asked, refusal) = (false, (string?)null);
        return stored =>
        {
            if (stored is null && !asked)
                (asked, refusal) = (true, limits.RefuseToBegin(phone));
            return stored is null && refusal is not null ? new Reading.Refused(refusal) : read(stored?.Request);
        };
    }

    /// <summary>The time is that of arrival: a copy may wait long behind the turn that it is a copy of.</summary>
    private Func<string?, Reading> Understand(ImmutableArray<string> digits, string text)
    {
        var arrived = time.GetUtcNow();
        return _options.Text is TextMode.Cumulative
            ? last => CumulativeText.Read(digits, text, last)
            : last => LastAnswerText.Read(digits, text, last, arrived);
    }

    private TurnRequest Request(Fund fund, GatewayForm read, Func<StoredSession?, Reading> understand) => new()
    {
        // The phone belongs to the key: another phone with the same session id has a session of its own.
        Key = new SessionKey(fund.Id, Channel.Ussd, $"{read.SessionId} {read.Phone}"),
        Fund = fund,
        Address = new Address(Channel.Ussd, read.Phone, Proof.Possessed),
        Read = understand,
        Screens = screens,
        CanShow = Shown(fund),
    };

    private ImmutableArray<Language> Shown(Fund fund) => _options.Ucs2
        ? fund.Languages
        : [.. fund.Languages.Where(language => !language.IsRightToLeft)];
}
