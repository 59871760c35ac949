using ChatChannels.Conversation.Flows;

namespace ChatChannels.Conversation.Engine;

/// <summary>The texts that every fund needs whatever its flows say, with the values each is filled with.</summary>
public static class CommonTexts
{
    public const string Menu = "menu";
    public const string FundName = "fund.name";
    public const string FundShort = "fund.short";
    public const string Currency = "fund.currency";
    public const string Sender = "fund.sender";
    public const string LanguageChoose = "language.choose";
    public const string LanguageName = "language.name";
    public const string ResumeOffer = "resume.offer";
    public const string ResumeContinue = "resume.continue";
    public const string ResumeStartOver = "resume.start-over";
    public const string ResumeProve = "resume.prove";
    public const string ResumeRefused = "resume.refused";
    public const string ResumeCarried = "resume.carried";
    public const string WayOut = "way-out.say";
    public const string WayOutMenu = "way-out.menu";
    public const string WayOutCallBack = "way-out.call-back";
    public const string WayOutStop = "way-out.stop";
    public const string Help = "help.say";
    public const string CallBackOffer = "call-back.offer";
    public const string CallBackConfirm = "call-back.confirm";
    public const string CallBackNumber = "call-back.number";
    public const string CallBackCheck = "call-back.check";
    public const string CallBackOther = "call-back.other";
    public const string CallBackDone = "call-back.done";
    public const string Stop = "stop.say";
    public const string ReviewChange = "review.change";
    public const string ReviewWhich = "review.which";
    public const string ReviewReadAll = "review.read-all";
    public const string ChooseInvalid = "choose.invalid";
    public const string ChooseNoneFound = "choose.none-found";
    public const string ChooseSearch = "choose.search";
    public const string ChooseOpen = "choose.open";
    public const string AttachInvalid = "attach.invalid";
    public const string AttachOtherKind = "attach.other-kind";
    public const string AttachOr = "attach.or";
    public const string Skipped = "answer.skipped";
    public const string Trouble = "errors.trouble";
    public const string Slow = "errors.slow";
    public const string Restart = "errors.restart";
    public const string Limit = "errors.limit";
    public const string Busy = "errors.busy";

    /// <summary>That a message is held back; the screen it stands on is then all there is.</summary>
    public const string NotSent = "errors.not-sent";
    public const string NotUnderstood = "errors.not-understood";
    public const string NoDocument = "errors.no-document";
    public const string AgentsAsk = "agents.ask";
    public const string AgentsWaiting = "agents.waiting";
    public const string AgentsKept = "agents.kept";
    public const string AgentsHere = "agents.here";
    public const string AgentsSay = "agents.say";
    public const string AgentsBack = "agents.back";
    public const string AgentsLeft = "agents.left";
    public const string AgentsReturned = "agents.returned";
    public const string AgentsLate = "agents.late";
    public const string AgentsFull = "agents.full";
    public const string AgentsClosed = "agents.closed";
    public const string AgentsAway = "agents.away";
    public const string GreetingSay = "greeting.say";
    public const string GreetingAgain = "greeting.again";
    public const string ComplaintSay = "complaint.say";

    /// <summary>The placeholder of an example that depends on the day.</summary>
    public const string ExampleValue = "example";

    /// <summary>Every text with the placeholders it may carry.</summary>
    public static readonly ImmutableDictionary<string, ImmutableArray<string>> Placeholders = Table(
        (Menu, []),
        (FundName, []),
        (FundShort, []),
        (Currency, []),
        (Sender, []),
        (LanguageChoose, []),
        (LanguageName, []),
        (ResumeOffer, ["title"]),
        (ResumeContinue, []),
        (ResumeStartOver, []),
        (ResumeProve, ["label"]),
        (ResumeRefused, []),
        (ResumeCarried, []),
        (WayOut, []),
        (WayOutMenu, []),
        (WayOutCallBack, []),
        (WayOutStop, []),
        (Help, []),
        (CallBackOffer, []),
        (CallBackConfirm, []),
        (CallBackNumber, []),
        (CallBackCheck, ["number"]),
        (CallBackOther, []),
        (CallBackDone, ["reference"]),
        (Stop, ["service-code"]),
        (ReviewChange, []),
        (ReviewWhich, []),
        (ReviewReadAll, []),
        (ChooseInvalid, []),
        (ChooseNoneFound, []),
        (ChooseSearch, []),
        (ChooseOpen, []),
        (AttachInvalid, []),
        (AttachOtherKind, ["kinds"]),
        (AttachOr, []),
        (Skipped, []),
        (Trouble, ["reference"]),
        (Slow, ["reference", "service-code"]),
        (Restart, ["service-code"]),
        (Limit, []),
        (Busy, []),
        (NotSent, []),
        (NotUnderstood, []),
        (NoDocument, []),
        (AgentsAsk, []),
        (AgentsWaiting, ["ahead", "until"]),
        (AgentsKept, []),
        (AgentsHere, []),
        (AgentsSay, ["words"]),
        (AgentsBack, []),
        (AgentsLeft, []),
        (AgentsReturned, []),
        (AgentsLate, []),
        (AgentsFull, []),
        (AgentsClosed, ["day", "date", "from", "until"]),
        (AgentsAway, []),
        (GreetingSay, ["fund"]),
        (GreetingAgain, []),
        (ComplaintSay, []));

    /// <summary>The word of a stable key.</summary>
    public static string Key(string name) => $"keys.{name}";

    /// <summary>A way for who cannot send a file here, as it is offered.</summary>
    public static string AttachBy(string way) => $"attach.ways.{way}";

    /// <summary>What a review shows of a file that was asked for.</summary>
    public static string Attached(string value) => $"attach.shown.{value}";

    /// <summary>A kind of file, as an object of "send".</summary>
    public static string FileKind(string word) => $"attach.kinds.{word}";

    /// <summary>A paper in the person's words, as an object of "send" or "wait for" (<c>votre pièce d’identité</c>).</summary>
    public static string Paper(string name) => $"papers.{name}";

    public static string Weekday(string name) => $"weekdays.{name}";

    public static string Failure(string code) => $"failures.{code}";

    public static string Example(string answerType) => $"examples.{answerType}";

    public static string Title(string flow) => $"{flow}.title";

    /// <summary>The phrases that open a service, divided by commas.</summary>
    public static string Words(string flow) => $"{flow}.words";

    /// <summary>The phrases of a command of <see cref="WordBook"/>, divided by commas.</summary>
    public static string CommandWords(string command) => $"words.{command}";

    public static string Ask(string flow, string state) => $"{flow}.{state}.ask";

    public static string Say(string flow, string state) => $"{flow}.{state}.say";

    public static string Label(string flow, string state) => $"{flow}.{state}.label";

    public static string OptionOf(string flow, string state, string value) => $"{flow}.{state}.options.{value}";

    public static string HelpOn(string flow, string state) => $"{flow}.{state}.help";

    public static string Sms(string message) => $"messages.{message}.sms";

    public static string EmailSubject(string message) => $"messages.{message}.email.subject";

    public static string EmailBody(string message) => $"messages.{message}.email.body";

    private static ImmutableDictionary<string, ImmutableArray<string>> Table(params ReadOnlySpan<(string Key, ImmutableArray<string> Placeholders)> texts)
    {
        var table = ImmutableDictionary.CreateBuilder<string, ImmutableArray<string>>(StringComparer.Ordinal);
        foreach (var text in texts)
            table.Add(text.Key, text.Placeholders);
        foreach (var key in Keys.All)
            table.Add(Key(Keys.Name(key)), []);
        foreach (var way in State.Attach.AllWays)
            table.Add(AttachBy(way), []);
        foreach (var value in State.Attach.AllWays.Append(State.Attach.Sent))
            table.Add(Attached(value), []);
        foreach (var word in Answers.FileKind.All.Select(kind => kind.Word).Distinct(StringComparer.Ordinal))
            table.Add(FileKind(word), []);
        table.Add(Key(Keys.Name(Keys.Next)), []);
        foreach (var command in WordBook.Commands)
            table.Add(CommandWords(command), []);
        foreach (var day in Weekdays.Names)
            table.Add(Weekday(day), []);
        return table.ToImmutable();
    }
}
