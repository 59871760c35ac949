using System.Collections.Immutable;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.Localization;

namespace ChatChannels.Host.Checking;

/// <summary>The screens around the services: language, menu, resume, proof, way out, help, call-back, and all last words.</summary>
internal sealed class EngineScreens(Fund fund, SampleValues values)
{
    /// <summary>As many digits as a reference has at most.</summary>
    private const string Reference = "8888888888";

    private readonly Stand _nowhere = new(fund, [], AnswerSheet.None);

    private Language Language => values.Language;

    public IEnumerable<EngineScreen> All() =>
    [
        .. Noticed("language", CommonTexts.LanguageChoose, Prompt(Life.ChoosingLanguage), CommonTexts.ChooseInvalid),
        .. Noticed("menu", CommonTexts.Menu, Prompt(Life.AtMenu), CommonTexts.ChooseInvalid, CommonTexts.ResumeRefused),
        .. fund.Menu.SelectMany(service => Noticed("resume offer", CommonTexts.ResumeOffer, Held(Life.OfferedResume, fund.Newest(service), null), CommonTexts.ChooseInvalid)),
        .. Proofs(),
        .. Noticed("way out", CommonTexts.WayOut, Prompt(Life.OfferedWayOut), CommonTexts.ChooseInvalid),
        .. Noticed("help", CommonTexts.Help, Prompt(Life.Helping, Life.AtMenu)),
        .. Noticed("call-back", CommonTexts.CallBackOffer, Prompt(Life.OfferedCallBack, Life.AtMenu), CommonTexts.ChooseInvalid, CommonTexts.Busy),
        .. LastWords(),
    ];

    /// <summary>The screens before a service begins: choosing the language, and the menu.</summary>
    public IEnumerable<Prompt> Opening() =>
        fund.Languages.Length > 1 ? [Prompt(Life.ChoosingLanguage), Prompt(Life.AtMenu)] : [Prompt(Life.AtMenu)];

    private IEnumerable<EngineScreen> Proofs() =>
        from service in fund.Menu.Select(fund.Newest)
        from answer in service.ProveBy
        where fund.CollectorOf(answer) is not null
        from screen in Noticed("proof", CommonTexts.ResumeProve, Held(Life.Proving, service, answer), CommonTexts.ResumeRefused)
        select screen;

    private IEnumerable<EngineScreen> LastWords() =>
        from last in new[]
        {
            ("stop", CommonTexts.Stop), ("call-back done", CommonTexts.CallBackDone), ("too much", CommonTexts.Limit),
            ("interrupted", CommonTexts.Restart), ("trouble", CommonTexts.Trouble), ("slow", CommonTexts.Slow),
            ("busy", CommonTexts.Busy),
        }
        let words = Prompt(Life.Dropped) with { Text = Fill(last.Item2) }
        select new EngineScreen(last.Item1, last.Item2, words);

    private IEnumerable<EngineScreen> Noticed(string name, string text, Prompt prompt, params string[] notices) =>
        notices.Select(notice => prompt with { Notice = fund.Texts.Plain(Language, notice) })
            .Prepend(prompt)
            .Select(shown => new EngineScreen(name, text, shown));

    private Prompt Held(Life life, Flow service, string? answer)
    {
        ImmutableArray<Frame> frames = [new Frame(service.Name, service.Version, service.Start, service.Start)];
        var answers = answer is null ? AnswerSheet.None : AnswerSheet.None.With(answer, values.Of(answer));
        var held = new HeldStand(frames, answers, ImmutableSortedSet<string>.Empty, Saved: true);
        return Of(_nowhere.AsSession(values, life) with { Held = held });
    }

    private Prompt Prompt(Life life, Life returnTo = Life.Fresh) => Of(_nowhere.AsSession(values, life, returnTo));

    private Prompt Of(Session session) => ConversationEngine.PromptOf(session, fund, CheckTime.SurroundingsOf(fund));

    private string Fill(string key) => fund.Texts[Language, key].Fill(ImmutableDictionary<string, string>.Empty
        .Add("reference", Reference)
        .Add("fund", fund.Texts.Plain(Language, CommonTexts.FundName))
        .Add("service-code", fund.ServiceCodes[0]));
}
