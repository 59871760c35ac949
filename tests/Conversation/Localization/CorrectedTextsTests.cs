using ChatChannels.Conversation;
using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.Localization;
using ChatChannels.Tests.Conversation.Engine;

namespace ChatChannels.Tests.Conversation.Localization;

/// <summary>Wordings that readers found wrong stay away, and what was put in their place is there.</summary>
public sealed class CorrectedTextsTests
{
    /// <summary>Old words, each with why; in no text of any fund.</summary>
    private static readonly (Language Language, string Words)[] Wrong =
    [
        (Language.French, "Nos données ne répondent"),          // data do not answer, systems do
        (Language.French, "vous vient"),                        // an answer parvient
        (Language.French, "vous viendra"),
        (Language.French, "Il vaut"),                           // a code is valable
        (Language.French, "ne vaut plus"),
        (Language.French, "Numéro à lire"),                     // which number? the line's or the claim's
        (Language.French, "mettre à jour votre téléphone avec votre CNIE"),   // the number, not the handset
        (Language.French, "vous paie-t-elle"),
        (Language.French, "transmis(e)"),
        (Language.French, "faire ensuite"),
        (Language.French, "créé avec succès aux services"),
        (Language.Arabic, "أعيدوا غدا"),                        // no object
        (Language.Arabic, "أعيدوا لاحقا"),
        (Language.Arabic, "لم يضع شيء"),                        // ambiguous
        (Language.Arabic, "مستخدما"),                           // a user, not an employee
        (Language.Arabic, "المستخدمون"),
        (Language.Arabic, "اطلبوا {service-code}"),             // to request, not to dial
        (Language.Arabic, "عقد الازدياد مصادق"),
        (Language.Arabic, "إرسالها عبر"),
        (Language.Arabic, "رقم المشغل أو التقاعد"),             // the person's own number
        (Language.Arabic, "ضاع هذا الهاتف"),
        (Language.Arabic, "لستم مؤهلين"),
        (Language.Arabic, "بعد ذلك؟"),
        (Language.Arabic, "وثيقة منتهية:"),
        (Language.Arabic, "بدون هذه الوثيقة، أحضروها"),
        (Language.Arabic, "2 حروف"),
    ];

    /// <summary>Better words, where they stand.</summary>
    public static TheoryData<string, string, string, string> Right => new()
    {
        { "cnps-cm", "ar", "pre-registration.receipt.say", "دونوهما" },
        { "cnps-cm", "fr", "claim-status.which.ask", "Quelle ligne ? (1 à 6) Terminer : 94" },
        { "cnops-ma", "ar", "claim-status.which.ask", "أي سطر؟ (1-6) إنهاء: 94" },
        { "cnss-ma", "fr", "messages.later-standing.sms", "Gardez-le pour vos démarches." },
        { "cnops-ma", "ar", "proof.code.ask", "8 أرقام" },
        { "cnps-cm", "ar", "fund.short", "CNPS" },
        { "cnops-ma", "ar", "fund.short", "CNOPS" },
        { "cnss-ma", "ar", "fund.short", "الضمان الاجتماعي" },
        { "cnps-cm", "ar", "menu@chat", "المرجو اختيار الخدمة" },
        { "cnps-cm", "fr", "reasons.income-out-of-bounds", "Revenu hors limites (36 270 à 750 000" },
        { "cnps-cm", "fr", "messages.claim-changed.sms", "demande {claim-line}" },
        { "cnps-cm", "ar", "messages.later-claims.sms", "الطلب {claim-line}" },
        { "cnps-cm", "fr", "claims.pieces.stamp", "numéro d’ordre" },
        { "cnss-tg", "fr", "claims.pieces.stamp", "numéro d’ordre" },
        { "cnops-ma", "fr", "claims.pieces.stamp", "INPE" },
        { "cnss-ma", "ar", "attach.shown.sent", "تم الإرسال" },
        { "cnss-ma", "ar", "keys.call-back", "معاودة الاتصال" },
        { "cnops-ma", "fr", "person.identity.options.employer", "Mon identifiant employeur" },
        { "cnops-ma", "ar", "person.identity.ask", "كيف تعرفون بأنفسكم؟" },
        { "cnops-ma", "ar", "account.before.say", "تغيير كلمة المرور" },
        { "cnops-ma", "ar", "account.sent.say", "8 أحرف" },
        { "cnops-ma", "fr", "claim-status.none.say", "après le premier acte médical" },
        { "cnss-ma", "fr", "fund.motto", "Le devoir de vous protéger" },
        { "cnss-tg", "fr", "errors.not-understood", "Excel ou CSV" },
        { "cnps-cm", "fr", "messages.opened.sms", "délai de validation : 30 jours" },
        { "cnps-cm", "fr", "messages.number-given.email.body", "Délai de dépôt : 30 jours" },
        { "cnps-cm", "ar", "messages.opened.sms", "أجل التأكيد 30 يوما" },
        { "cnps-cm", "ar", "messages.number-given.email.body", "أجل الإيداع: 30 يوما" },
    };

    [Fact]
    public void Texts_OfEveryFund_HaveNoneOfTheWrongWords() => Assert.Empty(
        from fund in Funds.All
        from language in fund.Languages
        from key in fund.Texts.Keys(language)
        let text = Shown(fund, language, key)
        from wrong in Wrong
        where wrong.Language == language && text.Contains(wrong.Words, StringComparison.Ordinal)
        select $"{fund.Id} {language} {key}: {text}");

    [Theory]
    [MemberData(nameof(Right))]
    public void Text_ThatWasCorrected_SaysSo(string fund, string language, string key, string words) => Assert.Contains(
        words, Shown(Funds.Directory.Find(new FundId(fund))!, new Language(language), key), StringComparison.Ordinal);

    /// <summary>The text with its placeholders as they are written.</summary>
    private static string Shown(Fund fund, Language language, string key)
    {
        var template = fund.Texts[language, key];
        return template.Fill(template.Placeholders.ToDictionary(name => name, name => $"{{{name}}}", StringComparer.Ordinal));
    }
}
