using System.Collections.Immutable;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.Localization;
using ChatChannels.Runtime.Funds;
using ChatChannels.Runtime.Turns;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace ChatChannels.Ussd.AfricasTalking;

/// <summary>The callback of a hop, and the notice that a session ended.</summary>
internal sealed class Callback(FundDirectory funds, TurnRunner turns, TimeProvider time, IScreens screens, IOptions<UssdOptions> options)
{
    private readonly AfricasTalkingOptions _options = options.Value.AfricasTalking;

    /// <summary>One hop: 200 and <c>CON</c> or <c>END</c>, or 400 for what the protocol does not allow.</summary>
    public async Task<IResult> Hop(IFormCollection form)
    {
        if (!GatewayForm.TryRead(form, out var read, out var problem))
            return Refusal.Of(problem);
        if (!funds.TryFind(read.ServiceCode, out var fund, out var digits))
            return Refusal.Of("serviceCode is not one that a fund is reached by.");
        var reply = await turns.Reply(Request(fund, read, Understand(digits, read.Text)), _options.Deadline);
        return Results.Text(reply, "text/plain; charset=utf-8");
    }

    /// <summary>The end of a session; only one that ended while an answer was awaited matters. Answered alike whether or not the session is known.</summary>
    public async Task<IResult> Ended(IFormCollection form)
    {
        if (!GatewayForm.TryRead(form, out var read, out var problem))
            return Refusal.Of(problem);
        if (read.Status is "Incomplete" && funds.TryFind(read.ServiceCode, out var fund, out _))
            await turns.Reply(Request(fund, read, HangUp), _options.Deadline);
        return Results.Ok();
    }

    private static Reading HangUp(string? last) =>
        last is null ? new Reading.OutOfStep() : new Reading.Fresh(new Input.HungUp(), last);

    /// <summary>The time is that of arrival: a copy may wait long behind the turn that it is a copy of.</summary>
    private Func<string?, Reading> Understand(ImmutableArray<string> digits, string text)
    {
        var arrived = time.GetUtcNow();
        return _options.Text is TextMode.Cumulative
            ? last => CumulativeText.Read(digits, text, last)
            : last => LastAnswerText.Read(digits, text, last, arrived);
    }

    private TurnRequest Request(Fund fund, GatewayForm read, Func<string?, Reading> understand) => new()
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
