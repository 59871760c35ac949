using ChatChannels.Conversation.Flows;

namespace ChatChannels.Conversation.Engine;

/// <summary>Puts a session's answers and the fund's texts into words of the session's language.</summary>
internal readonly struct Wording(Fund fund, Session session, DateOnly today)
{
    public string Text(string key, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var template = session.Key.Channel.IsChat ? fund.Texts.InChat(session.Language, key) : fund.Texts[session.Language, key];
        if (template.Placeholders.IsEmpty)
            return template.Fill(ImmutableDictionary<string, string>.Empty);
        var filled = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in template.Placeholders)
            filled[name] = Given(name, values) ?? Known(name) ?? Show(name);
        return template.Fill(filled);
    }

    /// <summary>An answer as its type shows it; the text for a skipped one when there is none.</summary>
    public string Show(string name) =>
        fund.Show(name, session.Answers, fund.AnswerContext(session.Language, today)) ?? Text(CommonTexts.Skipped);

    private static string? Given(string name, ReadOnlySpan<(string Name, string Value)> values)
    {
        foreach (var value in values)
            if (string.Equals(value.Name, name, StringComparison.Ordinal))
                return value.Value;
        return null;
    }

    private string? Known(string name) => name switch
    {
        "service-code" => fund.ServiceCodes[0],
        "fund" => fund.Texts.Plain(session.Language, CommonTexts.FundShort),
        _ => null,
    };
}
