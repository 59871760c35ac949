using System.Text.Json;
using ChatChannels.Bot.Chat;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.Localization;
using ChatChannels.Runtime.Web;

namespace ChatChannels.Bot.WebChat;

/// <summary>The page as markup. It carries the first screen, so that something can be read before the script arrives.</summary>
/// <param name="Under">The path that the service is reached under.</param>
internal sealed record ChatView(Fund Fund, Language Language, string Under)
{
    /// <summary>The page of one visit.</summary>
    /// <param name="pass">Opens one conversation.</param>
    /// <param name="opening">The first screen.</param>
    public Html Of(ChatPass pass, Prompt opening) => Html.Of(
        $"""
        <!doctype html>
        <html lang="{Language.Code}" dir="{Direction(Language)}">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{this[ChatTexts.Title]} - {this[CommonTexts.FundShort]}</title>
        <link rel="stylesheet" href="{ChatFiles.Style.Link(Under)}">{Html.All(ChatFiles.Imported.Select(Preload))}
        <script type="module" src="{ChatFiles.Script.Link(Under)}"></script></head>
        <body data-fund="{Fund.Id.Value}" data-token="{pass.Token}" data-renewal="{pass.Renewal}" data-tokens="{Under}/chat/{Fund.Id.Value}/token" data-directline="{Under}/v3/directline">
        <header><h1>{this[CommonTexts.FundName]}</h1><button type="button" id="print" data-word="print">{Word("print")}</button></header>
        <main>
        <div id="record" role="log" aria-live="polite" aria-label="{Word("log")}"><ol id="log">{First(opening)}</ol></div>
        <p id="typing" data-word="typing" hidden>{Word("typing")}</p>
        <p id="status" role="status" data-word="connecting">{Word("connecting")}</p>
        <form id="answer"><label><span class="aside" data-word="answer">{Word("answer")}</span><input id="field" maxlength="1000" autocomplete="off" enterkeyhint="send"></label><label id="file" hidden><span data-word="file">{Word("file")}</span><input type="file" class="aside"></label><button data-word="send">{Word("send")}</button></form>
        </main>
        <noscript><p>{NoScript}</p></noscript>
        <script type="application/json" id="words">{new Html(Words)}</script></body>
        </html>
        """);

    private string NoScript => Fund.Texts[Language, ChatTexts.NoScript].Fill(new Dictionary<string, string>(StringComparer.Ordinal) { ["service-code"] = Fund.ServiceCodes[0] });

    /// <summary>The script's texts in every language, as the conversation may change it. JSON as it is written here holds no &lt;.</summary>
    private string Words => JsonSerializer.Serialize(Fund.Languages.ToDictionary(
        language => language.Code,
        language => ChatTexts.Words.ToDictionary(word => word, word => Fund.Texts.Plain(language, ChatTexts.Key(word)), StringComparer.Ordinal),
        StringComparer.Ordinal));

    private string this[string key] => Fund.Texts.Plain(Language, key);

    private string Word(string word) => this[ChatTexts.Key(word)];

    private Html Preload(WebFile file) => Html.Of($"""<link rel="modulepreload" href="{file.Link(Under)}">""");

    private static string Direction(Language language) => language.IsRightToLeft ? "rtl" : "ltr";

    private Html First(Prompt opening) => Html.Of(
        $"""<li class="them" id="opening"><span class="aside" data-word="them">{Word("them")}</span><p>{opening.Text}</p><div class="offer"><div>{Html.All(
            opening.Options.Concat(opening.Keys).Select(option => Button(option, opening)))}</div></div></li>""");

    /// <summary>A button of the first screen, good from when the script is there: the service will say that screen as its first turn.</summary>
    private static Html Button(Option option, Prompt opening) =>
        Html.Of($"""<button type="button" disabled data-key="{option.Key}" data-button="{Heard.Button(opening.Turn, option.Key)}">{option.Label}</button>""");
}
