using System.Net;
using System.Text;
using ChatChannels.Host.Replay;
using ChatChannels.Tests.Ussd;

namespace ChatChannels.Tests.Bot.WhatsApp;

/// <summary>Notifications in the forms that WhatsApp documents or that others met, known here or not: each is answered 200, or it would come again for days.</summary>
public sealed class DocumentedPayloadTests : IAsyncLifetime
{
    private ReplayHost _service = null!;

    /// <summary>What stands in <c>messages</c>, and whether it is something that a person says to the bot.</summary>
    public static TheoryData<string, bool> Messages => new()
    {
        { """{"type":"text","text":{"body":"Bonjour","preview_url":false},"context":{"forwarded":true,"frequently_forwarded":true}}""", true },
        { """{"type":"text","text":{"body":"Bonjour"},"referral":{"source_url":"https://fb.me/x","source_type":"ad","source_id":"1","headline":"h","ctwa_clid":"c"}}""", true },
        { """{"type":"text","text":{"body":"Bonjour"},"context":{"from":"237600000000","id":"wamid.x","referred_product":{"catalog_id":"1","product_retailer_id":"2"}}}""", true },
        { """{"type":"text","text":{"body":""}}""", false },
        { """{"type":"text"}""", false },
        { """{"type":"button","button":{"payload":"Cancel-Button-Payload","text":"No"},"context":{"from":"1","id":"wamid.x"}}""", true },
        { """{"type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"unique-button-identifier-here","title":"button-text"}}}""", true },
        { """{"type":"interactive","interactive":{"type":"list_reply","list_reply":{"id":"list_reply_id","title":"list_reply_title","description":"d"}}}""", true },
        { """{"type":"interactive","interactive":{"type":"nfm_reply","nfm_reply":{"name":"flow","body":"Sent","response_json":"{\"flow_token\":\"t\"}"}}}""", true },
        { """{"type":"interactive","interactive":{"type":"call_permission_reply","call_permission_reply":{"response":"accept","is_permanent":false}}}""", true },
        { """{"type":"image","image":{"caption":"c","mime_type":"image/jpeg","sha256":"aGFzaA==","id":"1003383421387256","url":"https://lookaside.fbsbx.com/x"}}""", true },
        { """{"type":"image","image":{}}""", false },
        { """{"type":"document","document":{"caption":"c","filename":"f.pdf","mime_type":"application/pdf","sha256":"x","id":"1"}}""", true },
        { """{"type":"audio","audio":{"mime_type":"audio/ogg; codecs=opus","sha256":"x","id":"1","voice":true}}""", true },
        { """{"type":"video","video":{"mime_type":"video/mp4","sha256":"x","id":"1"}}""", true },
        { """{"type":"sticker","sticker":{"mime_type":"image/webp","sha256":"x","id":"1","animated":false}}""", true },
        { """{"type":"location","location":{"latitude":3.8,"longitude":11.5,"name":"CNPS","address":"Yaoundé","url":"https://x"}}""", true },
        { """{"type":"contacts","contacts":[{"name":{"first_name":"B","formatted_name":"B"},"phones":[{"phone":"1","type":"HOME"}]}]}""", true },
        { """{"type":"contacts","origin":"contact_request","contacts":[{"vcard":"BEGIN:VCARD","phones":[{"phone":"237650000011"}]}]}""", true },
        { """{"type":"order","order":{"catalog_id":"c","product_items":[{"product_retailer_id":"1","quantity":2,"item_price":3.5,"currency":"XAF"}],"text":"t"}}""", true },
        { """{"type":"reaction","reaction":{"message_id":"wamid.x","emoji":"\uD83D\uDE00"}}""", false },
        { """{"type":"reaction","reaction":{"message_id":"wamid.x"}}""", false },
        { """{"type":"system","system":{"body":"Code","type":"customer_identity_changed","identity":"h","customer":"1"},"identity":{"acknowledged":true,"created_timestamp":1,"hash":"h"}}""", false },
        { """{"type":"request_welcome"}""", false },
        { """{"type":"ephemeral","errors":[{"code":131051}]}""", false },
        { """{"type":"edit","edit":{"original_message_id":"wamid.x","message":{"type":"text","text":{"body":"y"}}}}""", false },
        { """{"type":"revoke","revoke":{"original_message_id":"wamid.x"}}""", false },
        { """{"type":"unsupported","errors":[{"code":131051,"title":"Message type unknown","message":"m","error_data":{"details":"d"}}],"unsupported":{"type":"poll_creation"}}""", false },
        { """{"type":"unknown","errors":[{"code":501,"details":"d","title":"Unknown message type"}]}""", false },
        { """{"type":7}""", false },
        { """{"type":"\ud83d","\ud83d":1}""", false },
        { """{"type":"system","system":{"\ud83d":1}}""", false },
        { """{}""", false },
    };

    /// <summary>Whole values: of fields and in states that say nothing to the bot.</summary>
    public static TheoryData<string, string> Values => new()
    {
        { "messages", """{"statuses":[{"id":"wamid.s","status":"sent","timestamp":"1","recipient_id":"237650000011","conversation":{"id":"c","expiration_timestamp":"9","origin":{"type":"service"}},"pricing":{"billable":true,"pricing_model":"PMP","category":"service","type":"regular"}}]}""" },
        { "messages", """{"statuses":[{"id":"wamid.s","status":"failed","timestamp":"1","recipient_user_id":"CM.1","errors":[{"code":131047,"title":"Re-engagement message","message":"m","error_data":{"details":"d"},"href":"https://x"}]}]}""" },
        { "messages", """{"statuses":[{"id":"wamid.s","status":"read","recipient_id":"group","recipient_type":"group","recipient_participant_id":"1"},{"id":"wamid.s","status":"played"},{"id":"wamid.s","status":"warning"},{"status":"deleted"}]}""" },
        { "messages", """{"statuses":[{"id":"wamid.s","status":"captured","type":"payment","payment":{"reference_id":"r"}}]}""" },
        { "messages", """{"errors":[{"code":130429,"title":"Rate limit hit","message":"m","error_data":{"details":"d"},"href":"https://x"}]}""" },
        { "messages", """{"contacts":[{"profile":{"name":"Ngono","username":"ngono"},"wa_id":"237650000011","user_id":"CM.1"}]}""" },
        { "messages", """{"messages":null,"statuses":{},"contacts":7}""" },
        { "messages", """{"statuses":[{"id":"wamid.s","\ud83d":1}]}""" },
        { "message_template_status_update", """{"event":"APPROVED","message_template_id":1,"message_template_name":"n","message_template_language":"fr","reason":"NONE"}""" },
        { "account_update", """{"phone_number":"1","event":"VERIFIED_ACCOUNT"}""" },
        { "phone_number_quality_update", """{"display_phone_number":"1","event":"FLAGGED","current_limit":"TIER_10K"}""" },
        { "user_preferences", """{"user_preferences":[{"wa_id":"237650000011","detail":"d","category":"marketing_messages","value":"stop","timestamp":1}]}""" },
        { "user_id_update", """{"user_id_update":[{"wa_id":"237650000011","detail":"d","user_id":{"previous":"CM.1","current":"CM.2"},"timestamp":1}]}""" },
        { "smb_message_echoes", """{"message_echoes":[{"from":"237600000000","to":"237650000011","id":"wamid.e","timestamp":"1","type":"text","text":{"body":"x"}}]}""" },
        { "history", """{"history":[{"metadata":{"phase":0},"threads":[]}]}""" },
        { "calls", """{"calls":[{"id":"wacid.x","to":"1","from":"2","event":"connect","direction":"USER_INITIATED"}]}""" },
        { "group_lifecycle_update", """{"groups":[{"type":"group_create","group_id":"g","timestamp":"1"}]}""" },
        { "something_new", """[]""" },
    };

    public async ValueTask InitializeAsync() => _service = await ReplayHost.Start(Scene.Now);

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Theory]
    [MemberData(nameof(Messages))]
    public async Task Take_Message_IsAnsweredAndMeansSomethingOrNothing(string message, bool speaks)
    {
        var whole = message.Length == 2 ? message : $$"""{"from":"237650000011","id":"wamid.1","timestamp":"{{Scene.Now.ToUnixTimeSeconds()}}",{{message[1..]}}""";
        var value = $$"""{"messaging_product":"whatsapp","metadata":{"phone_number_id":"2"},"contacts":[{"profile":{"name":"Ngono"},"wa_id":"237650000011","user_id":"CM.1"}],"messages":[{{whole}}]}""";

        Assert.Equal(HttpStatusCode.OK, await Post("messages", value));

        Assert.Equal(speaks ? 1 : 0, _service.Store.Sessions.Count);
    }

    [Theory]
    [MemberData(nameof(Values))]
    public async Task Take_Value_IsAnsweredAndOpensNothing(string field, string value)
    {
        var whole = value[0] is '{' ? $$"""{"messaging_product":"whatsapp","metadata":{"phone_number_id":"2"},{{value[1..]}}""" : value;

        Assert.Equal(HttpStatusCode.OK, await Post(field, whole));

        Assert.Empty(_service.Store.Sessions);
    }

    private Task<HttpStatusCode> Post(string field, string value) => new Meta(_service).Post(Encoding.UTF8.GetBytes(
        $$"""{"object":"whatsapp_business_account","entry":[{"id":"102290129340398","time":1,"changes":[{"field":"{{field}}","value":{{value}}}]}]}"""));
}
