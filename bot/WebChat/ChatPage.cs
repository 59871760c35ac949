using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using ChatChannels.Bot.DirectLine;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Flows;
using ChatChannels.Runtime.Funds;
using ChatChannels.Runtime.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace ChatChannels.Bot.WebChat;

/// <summary>The page of each fund, the tokens it talks with, and the line by which a fund's own site takes it in.</summary>
internal sealed class ChatPage(FundDirectory funds, ChatPasses passes, DirectLineLimits limits, TimeProvider time, IOptions<BotOptions> options)
{
    private const string Policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self' ";

    /// <summary>Of a mark: a picture that runs nothing.</summary>
    private const string AssetPolicy = "default-src 'none'; sandbox";

    private static readonly byte[] Embed = WebFile.Read(typeof(ChatPage).Assembly, "embed.js");

    private readonly FrozenDictionary<FundId, ChatFace> _faces = funds.All.ToFrozenDictionary(fund => fund.Id, ChatFace.Of);

    public IResult Show(HttpContext http, string fund)
    {
        if (funds.Find(new FundId(fund)) is not { } known)
            return TypedResults.NotFound();
        if (!limits.AllowStart(http.Connection.RemoteIpAddress))
            return Answer.TooMany(http);
        var language = PageLanguage.Of(http.Request, known);
        var view = new ChatView(known, _faces[known.Id], language, http.Request.PathBase.Value ?? "", options.Value.DirectLine.LargestUpload);
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy + options.Value.WebChat.EmbeddedBy;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        var page = view.Of(passes.Begin(known.Id), Opening.Of(known, language, time.GetUtcNow()));
        return WebFile.Packed(http, Encoding.UTF8.GetBytes(page.Markup), "text/html; charset=utf-8");
    }

    /// <summary>Another pass, to the same conversation where the page holds what renews it.</summary>
    public async Task<IResult> Renew(HttpContext http, string fund)
    {
        if (funds.Find(new FundId(fund)) is not { } known)
            return TypedResults.NotFound();
        if (!limits.AllowStart(http.Connection.RemoteIpAddress))
            return Answer.TooMany(http);
        var (asked, refusal) = await RequestBody.ReadOr(new RenewalRequest(null), http, WebChatJson.Default.RenewalRequest);
        return asked is null ? refusal! : TypedResults.Json(await passes.Renew(known.Id, asked.Renewal), WebChatJson.Default.ChatPass);
    }

    /// <summary>The style sheet or the mark of a fund.</summary>
    public IResult ShowFace(HttpContext http, string fund)
    {
        if (!_faces.TryGetValue(new FundId(fund), out var face) || face.Find(http.Request.Path.Value ?? "") is not { } file)
            return TypedResults.NotFound();
        http.Response.Headers.ContentSecurityPolicy = AssetPolicy;
        return file.Serve(http);
    }

    public IResult ShowEmbed(HttpContext http, string fund)
    {
        if (funds.Find(new FundId(fund)) is not { } known)
            return TypedResults.NotFound();
        http.Response.Headers.CacheControl = "public, max-age=3600";
        byte[] script = [.. Encoding.UTF8.GetBytes($"const CHAT_WORDS = {JsonSerializer.Serialize(Words(known))}, CHAT_COLOUR = '{known.Look.Colour}';\n"), .. Embed];
        return WebFile.Packed(http, script, "text/javascript; charset=utf-8");
    }

    private static ImmutableDictionary<string, ImmutableDictionary<string, string>> Words(Fund fund) => fund.Languages.ToImmutableDictionary(
        language => language.Code,
        language => ImmutableDictionary<string, string>.Empty
            .Add("lang", language.Code)
            .Add("open", fund.Texts.Plain(language, ChatTexts.Open))
            .Add("close", fund.Texts.Plain(language, ChatTexts.Close)),
        StringComparer.Ordinal);
}
