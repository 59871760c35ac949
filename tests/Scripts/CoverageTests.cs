using System.Collections.Immutable;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.Localization;
using ChatChannels.Tests.Conversation.Engine;

namespace ChatChannels.Tests.Scripts;

/// <summary>Nothing a person can meet is left without a script, in any language.</summary>
public sealed class CoverageTests
{
    /// <summary>Superstates, in which no session stands, and the life before anything is shown, which is never committed.</summary>
    private static readonly Life[] NoScreen = [Life.Live, Life.Detour, Life.Fresh];

    /// <summary>The audit facts of every fund.</summary>
    private static readonly string[] Facts =
    [
        "service-begun", "service-ended", "resume-proven", "resume-refused", "runaway-stopped", "call-back-requested",
        "agent-asked", "agent-took", "agent-returned", "agent-left", "agent-missed",
        "case-opened", "case-read", "case-kept", "case-validated", "case-lapsed", "registration-number-given", "completion-asked",
        "paper-link-sent", "document-filed",
    ];

    /// <summary>The audit facts of service actions that only some funds have.</summary>
    private static readonly ImmutableDictionary<string, string[]> FactsOf = ImmutableDictionary<string, string[]>.Empty
        .Add("locate", ["member-sought"])
        .Add("confirm-fact", ["fact-compared"])
        .Add("send-code", ["code-sent", "code-possessed"])
        .Add("check-code", ["code-right", "code-wrong", "code-spent", "code-locked"])
        .Add("send-password-link", ["password-link-sent"])
        .Add("give-one-time-password", ["set-one-time-password"])
        .Add("assess-proof", ["second-proof-needed"])
        .Add("member-standing", ["standing-told"])
        .Add("claims", ["claims-told"])
        .Add("follow-claims", ["claims-followed"])
        .Add("request", ["request-filed"])
        .Add("ask-later", ["question-kept"]);

    /// <summary>The messages of those actions.</summary>
    private static readonly ImmutableDictionary<string, string[]> MessagesOf = ImmutableDictionary<string, string[]>.Empty
        .Add("send-code", ["code", "code-not-yet"])
        .Add("send-password-link", ["password-link"])
        .Add("give-one-time-password", ["one-time-password"]);

    /// <summary>Messages that no call sends: what runs by the clock does, and the pages.</summary>
    private static readonly string[] SentElsewhere = ["later-dial", "later-standing", "later-claims", "claim-changed", "request-filed", "recovered"];

    [Fact]
    public async Task Scripts_Together_ReachEverythingInEveryLanguage()
    {
        var reached = await Task.WhenAll(PlayedScript.Names.Select(PlayedScript.Of));

        var missing = Required().Except(reached.SelectMany(script => script.Reached), StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();

        Assert.True(missing.Count == 0, $"No script reaches\n{string.Join('\n', missing)}");
    }

    [Fact]
    public async Task Scripts_Together_WriteNoFactThatIsNotListed()
    {
        var reached = await Task.WhenAll(PlayedScript.Names.Select(PlayedScript.Of));
        var listed = InEachLanguage(language => Facts.Concat(FactsOf.Values.SelectMany(facts => facts)).Select(fact => Words.Fact(language, fact)));

        var unlisted = reached.SelectMany(script => script.Reached)
            .Where(word => word.Contains(": fact ", StringComparison.Ordinal))
            .Except(listed, StringComparer.Ordinal);

        Assert.Empty(unlisted);
    }

    private static IEnumerable<string> Required() => InEachLanguage(language =>
    [
        .. Enum.GetValues<Life>().Except(NoScreen).Select(life => Words.Life(language, life)),
        .. Facts.Concat(OfActions(language, FactsOf)).Select(fact => Words.Fact(language, fact)),
        .. Messages(language).Select(message => Words.Message(language, message.Template, message.Channel)),
        .. Speaking(language).SelectMany(fund => fund.Flows.SelectMany(flow => OfFlow(fund.Id, language, flow))),
        .. Asks(language).SelectMany(ask => ask.Type.FailureCodes.Where(code => CanFail(ask, code))).Distinct(StringComparer.Ordinal)
            .Select(code => Words.Failure(language, code)),
    ]);

    private static IEnumerable<string> InEachLanguage(Func<string, IEnumerable<string>> words) =>
        Funds.All.SelectMany(fund => fund.Languages).Distinct().SelectMany(language => words(language.Code));

    private static IEnumerable<Fund> Speaking(string language) => Funds.All.Where(fund => fund.Languages.Contains(new Language(language)));

    private static IEnumerable<string> OfFlow(FundId fund, string language, Flow flow) =>
    [
        .. flow.States.Select(state => Words.State(fund, language, flow.Name, state.Name)),
        .. Exits(flow).Select(exit => Words.Exit(fund, language, flow.Name, exit.State, exit.Exit)),
    ];

    private static IEnumerable<(string Template, string Channel)> Messages(string language) => Speaking(language)
        .SelectMany(fund => fund.Flows)
        .SelectMany(flow => flow.States)
        .Select(state => state switch { State.Tell tell => tell.Notify, State.End end => end.Notify, _ => null })
        .OfType<Notification>()
        .SelectMany(sent => sent.Kinds.Select(kind => (sent.Template, kind.Name)))
        .Concat(Funds.Contract.Messages
            .Where(sent => !SentElsewhere.Concat(MessagesOf.Values.SelectMany(messages => messages).Except(OfActions(language, MessagesOf), StringComparer.Ordinal)).Contains(sent.Key, StringComparer.Ordinal))
            .SelectMany(sent => sent.Value.Select(kind => (sent.Key, kind.Name))))
        .Distinct();

    /// <summary>What belongs to the actions that some fund of the language has done.</summary>
    private static IEnumerable<string> OfActions(string language, ImmutableDictionary<string, string[]> table) => Speaking(language)
        .SelectMany(fund => fund.Flows)
        .SelectMany(flow => flow.States).OfType<State.Do>()
        .Select(call => call.Action).Distinct(StringComparer.Ordinal)
        .SelectMany(action => table.GetValueOrDefault(action, []));

    private static IEnumerable<(string State, string Exit)> Exits(Flow flow) =>
        flow.States.OfType<State.Do>().SelectMany(call => call.Exits.Where(exit => CanLeave(call, exit)).Select(exit => (call.Name, exit)));

    /// <summary>
    /// No path comes to <c>unproven</c>, which is a second guard behind the check of all paths; and whoever possesses the phone on file
    /// was let through by the first code, before one is sent elsewhere.
    /// </summary>
    private static bool CanLeave(State.Do call, string exit) =>
        exit is not "unproven" && !(exit is "possessed" && (call.With["by"] is "email" || call.With["to"] is "email-given"));

    private static IEnumerable<State.Ask> Asks(string language) =>
        Speaking(language).SelectMany(fund => fund.Flows).SelectMany(flow => flow.States.OfType<State.Ask>());

    /// <summary>A type lists every failure it knows; some need a setting that a question may not have.</summary>
    private static bool CanFail(State.Ask ask, string code) => code switch
    {
        "date.future" => ask.Settings.Flag("past"),
        "date.past" => ask.Settings.Flag("future"),
        "date.too-young" => ask.Settings.TryGet("min-age", out _),
        "date.too-old" => ask.Settings.TryGet("max-age", out _),
        "phone.not-mobile" => ask.Settings.Flag("mobile"),
        _ => true,
    };
}
