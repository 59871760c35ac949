using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ChatChannels.Bot.Chat;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.Localization;
using ChatChannels.Runtime.Processing;
using ChatChannels.Runtime.Web;

namespace ChatChannels.Bot.WebChat;

/// <summary>The page as markup. It carries the first screen, so that something can be read before the script arrives.</summary>
/// <param name="Under">The path that the service is reached under.</param>
/// <param name="LargestFile">The largest file that is taken, in octets.</param>
internal sealed record ChatView(Fund Fund, ChatFace Face, Language Language, string Under, int LargestFile)
{
    /// <summary>The page of one visit.</summary>
    /// <param name="pass">Opens one conversation.</param>
    /// <param name="opening">The first screen.</param>
    public Html Of(ChatPass pass, Prompt opening) => Html.Of(
        $"""
        <!doctype html>
        <html lang="{Language.Code}" dir="{Direction(Language)}">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{this[ChatTexts.Title]} - {this[CommonTexts.FundShort]}</title>
        <link rel="stylesheet" href="{Face.Style.Link(Under)}"><link rel="icon" type="image/svg+xml" href="{Face.Mark.Link(Under)}"><meta name="theme-color" content="{Fund.Look.Colour}">{Html.All(ChatFiles.Imported.Select(Preload))}
        <script type="module" src="{ChatFiles.Script.Link(Under)}"></script></head>
        <body data-fund="{Fund.Id.Value}" data-token="{pass.Token}" data-renewal="{pass.Renewal}" data-largest="{LargestFile}" data-receipts="{Under}/receipts" data-tokens="{Under}/chat/{Fund.Id.Value}/token" data-directline="{Under}/v3/directline">
        <header><img src="{Face.Mark.Link(Under)}" alt="" width="36" height="36"><h1><span data-word="fund">{this[CommonTexts.FundName]}</span> <small data-word="title">{this[ChatTexts.Title]}</small></h1>
        <details id="tools"><summary aria-label="{Word("tools")}">⋮</summary><div><button type="button" id="services" data-word="services">{Word("services")}</button><button type="button" id="print" data-word="print">{Word("print")}</button></div></details></header>
        <main>
        <noscript><p>{Fill(ChatTexts.NoScript, "service-code", Fund.ServiceCodes[0])}</p></noscript>
        <p id="privacy">{Privacy}</p>
        <div id="record" role="log" aria-live="polite" aria-label="{Word("log")}"><ol id="log">{First(opening)}</ol></div>
        <p id="typing" data-word="typing" hidden>{Word("typing")}</p>
        </main>
        <footer id="foot"><p id="status" role="status"></p>
        <form id="answer" novalidate><label><span class="aside" data-word="answer">{Word("answer")}</span><input id="field" maxlength="1000" autocomplete="off" enterkeyhint="send"></label>
        <fieldset id="date" hidden><legend class="aside" data-word="answer">{Word("answer")}</legend>{Html.All(Parts.Select(DatePart))}</fieldset>
        <button data-word="send">{Word("send")}</button><label id="file" hidden><span data-word="file">{Word("file")}</span><input type="file" class="aside"></label></form></footer>
        <script type="application/json" id="words">{new Html(Words)}</script></body>
        </html>
        """);

    /// <summary>The parts of a date, in the order in which all languages here write them.</summary>
    private static ImmutableArray<string> Parts => ["day", "month", "year"];

    private string Privacy => Fund.Texts[Language, ChatTexts.Privacy].Fill(new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["fund"] = this[CommonTexts.FundShort],
        ["days"] = PastTime.DialogueDaysKept.ToString(CultureInfo.InvariantCulture),
    });

    /// <summary>The script's texts in every language, as the conversation may change it. JSON as it is written here holds no &lt;.</summary>
    private string Words => JsonSerializer.Serialize(Fund.Languages.ToDictionary(
        language => language.Code,
        language => ChatTexts.Words.Select(word => (Word: word, Key: ChatTexts.Key(word))).Append((Word: "fund", Key: CommonTexts.FundName))
            .ToDictionary(word => word.Word, word => Fund.Texts.Plain(language, word.Key), StringComparer.Ordinal),
        StringComparer.Ordinal));

    private string this[string key] => Fund.Texts.Plain(Language, key);

    private string Word(string word) => this[ChatTexts.Key(word)];

    private string Fill(string key, string name, string value) =>
        Fund.Texts[Language, key].Fill(new Dictionary<string, string>(StringComparer.Ordinal) { [name] = value });

    private Html Preload(WebFile file) => Html.Of($"""<link rel="modulepreload" href="{file.Link(Under)}">""");

    /// <summary>A part of a date. It takes words too: what is typed is read like any other answer.</summary>
    private Html DatePart(string part) =>
        Html.Of($"""<label><span data-word="{part}">{Word(part)}</span><input inputmode="numeric" autocomplete="off" maxlength="40" enterkeyhint="send"></label>""");

    private static string Direction(Language language) => language.IsRightToLeft ? "rtl" : "ltr";

    private Html First(Prompt opening) => Html.Of(
        $"""
        <li class="them"><span class="aside" data-word="them">{Word("them")}</span><p>{Fill(ChatTexts.Welcome, "fund", this[CommonTexts.FundShort])}</p></li><li class="them" id="opening"><span class="aside" data-word="them">{Word("them")}</span><p>{opening.Text}</p><div class="offer"><div>{Html.All(
            opening.Options.Concat(opening.Keys).Select(option => Button(option, opening)))}</div></div></li>
        """);

    /// <summary>A button of the first screen, good from when the script is there: the service will say that screen as its first turn.</summary>
    private static Html Button(Option option, Prompt opening) =>
        Html.Of($"""<button type="button" disabled data-key="{option.Key}" data-button="{Heard.Button(opening.Turn, option.Key)}">{option.Label}</button>""");
}
