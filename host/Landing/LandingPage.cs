using System.Text;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.Localization;
using ChatChannels.Runtime.Funds;
using ChatChannels.Runtime.Web;

namespace ChatChannels.Host.Landing;

/// <summary>
/// The page at <c>/</c>: what this is, in the three languages beside each other, and a way to each fund. What only those who try
/// or run the service use is linked for them alone.
/// </summary>
/// <param name="offers">Which of these there are for the visitor.</param>
internal sealed class LandingPage(FundDirectory funds, LandingOffers offers)
{
    private const string Policy =
        "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static readonly WebFile Style = Embedded("landing.css", "text/css; charset=utf-8");
    public static readonly WebFile Icon = Embedded("landing.svg", "image/svg+xml");

    public IResult Show(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.CacheControl = "no-store"; // the simulator is linked for some visitors and not for others
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        var page = Page(http.Request.PathBase.Value ?? "", offers.For(http));
        return WebFile.Packed(http, Encoding.UTF8.GetBytes(page.Markup), "text/html; charset=utf-8");
    }

    private Html Page(string under, Offered offered) => Html.Of(
        $"""
        <!doctype html>
        <html lang="fr">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>ChatChannels</title>
        <link rel="icon" href="{Icon.Link(under)}" type="image/svg+xml"><link rel="stylesheet" href="{Style.Link(under)}"></head>
        <body>
        <header><h1>ChatChannels</h1>
        <div class="languages">
        <p>Les services de votre caisse de sécurité sociale, sur n’importe quel téléphone : composez un code, ou écrivez à l’assistant.</p>
        <p lang="ar" dir="rtl">خدمات صندوق الضمان الاجتماعي على أي هاتف: اطلبوا الرمز، أو اكتبوا إلى المساعد.</p>
        <p lang="en">The services of your social-security fund, on any phone: dial a code, or write to the assistant.</p>
        </div></header>
        <main>
        {Tools(under, offered)}
        <h2>{Heading("Caisses", "الصناديق", "Funds")}</h2>
        <ul class="funds">{Html.All(funds.All.Select(fund => Card(under, fund)))}</ul>
        </main>
        <footer><p>{Heading("Ne donnez votre code secret à personne.", "لا تعطوا رمزكم السري لأي أحد.", "Give your secret code to nobody.")}</p></footer>
        </body>
        </html>
        """);

    private static Html Card(string under, Fund fund) => Html.Of(
        $"""
        <li class="card"><h3>{Html.All(fund.Languages.Select((language, n) => Name(fund, language, isFirst: n is 0)))}</h3>
        <p class="dial"><bdi dir="ltr">{fund.ServiceCodes[0]}</bdi></p>
        <p class="links">Chat {Html.All(fund.Languages.Select(language => Chat(under, fund, language)))}</p></li>
        """);

    private static Html Name(Fund fund, Language language, bool isFirst) => Html.Of(
        $"""<div{(isFirst ? Html.Nothing : new Html(" class=\"other\""))} lang="{language.Code}" dir="auto">{fund.Texts.Plain(language, CommonTexts.FundName)}</div>""");

    private static Html Chat(string under, Fund fund, Language language) => Html.Of(
        $"""<a href="{under}/chat/{fund.Id.Value}?lang={language.Code}" lang="{language.Code}" hreflang="{language.Code}">{fund.Texts.Plain(language, CommonTexts.LanguageName)}</a>""");

    private static Html Tools(string under, Offered offered)
    {
        if (offered is { Simulator: false, Documents: false })
            return Html.Nothing;
        var simulator = offered.Simulator ? Html.Of($"""<a class="first" href="{under}/simulator">{Heading("Simulateur", "المحاكي", "Simulator")}</a>""") : Html.Nothing;
        var documents = offered.Documents
            ? Html.Of($"""<a href="{under}{Documentation.Route}/README.md">{Heading("Documentation", "الوثائق", "Documentation")}</a><a href="{under}/health/ready">{Heading("État", "الحالة", "Health")}</a>""")
            : Html.Nothing;
        return Html.Of($"""<h2>{Heading("Pour essayer", "للتجربة", "To try it")}</h2><p class="links">{simulator}{documents}</p>""");
    }

    /// <summary>The same words in the three languages; once where two write them alike.</summary>
    private static Html Heading(string french, string arabic, string english) => Html.Of(
        $"""<span>{french}</span><span lang="ar" dir="rtl">{arabic}</span>{(string.Equals(french, english, StringComparison.Ordinal) ? Html.Nothing : Html.Of($"""<span lang="en">{english}</span>"""))}""");

    private static WebFile Embedded(string name, string contentType)
    {
        var assembly = typeof(LandingPage).Assembly;
        return new(assembly, name, contentType, $"/landing/{WebFile.VersionOf(assembly, name)}/{name}");
    }
}
