using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using ChatChannels.Conversation.Answers;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Localization;

namespace ChatChannels.Conversation.Flows;

/// <summary>A fund as its content describes it: the assets that a step reads. Immutable once loaded.</summary>
public sealed record Fund
{
    public required FundId Id { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public required string Country { get; init; }

    /// <summary>The languages the fund speaks, the first one the default.</summary>
    public required ImmutableArray<Language> Languages { get; init; }

    /// <summary>IANA name of the fund's time zone.</summary>
    public required string TimeZone { get; init; }

    /// <summary>The USSD codes that reach the fund, as dialled (<c>*237*1#</c>).</summary>
    public required ImmutableArray<string> ServiceCodes { get; init; }

    /// <summary>The services of the menu, in order, by flow name.</summary>
    public required ImmutableArray<string> Menu { get; init; }

    /// <summary>Every flow in every version.</summary>
    public required ImmutableArray<Flow> Flows { get; init; }

    public required TextCatalogue Texts { get; init; }

    /// <summary>The mobile operators by network code, with the time their sessions last.</summary>
    public ImmutableArray<Operator> Operators { get; init; } = [];

    /// <summary>The fund's rules for the business, by section (<c>processing</c>, <c>case</c> …).</summary>
    public ImmutableDictionary<string, AnswerSettings> Policies { get; init; } = ImmutableDictionary<string, AnswerSettings>.Empty;

    /// <summary>How it looks on pages.</summary>
    public FundLook Look { get; init; } = FundLook.Plain;

    /// <summary>What is understood beside keys and buttons.</summary>
    public WordBook Words { get; init; } = WordBook.None;

    /// <summary>When people in chats are handed over to agents; null where none are there for it.</summary>
    public AgentDesk? Agents { get; init; }

    internal FrozenDictionary<string, Flow> Latest { get; init; } = FrozenDictionary<string, Flow>.Empty;

    /// <summary>Who collects an answer, by the answer's name: how it is shown.</summary>
    internal FrozenDictionary<string, State.Collects> Collected { get; init; } = FrozenDictionary<string, State.Collects>.Empty;

    /// <summary>The fund's language of a BCP 47 tag (<c>fr-CM</c>), whatever the region (RFC 4647); null where it speaks none of it.</summary>
    public Language? LanguageOf(string? tag)
    {
        var code = tag?.Split('-')[0];
        foreach (var language in Languages)
        {
            if (string.Equals(language.Code, code, StringComparison.OrdinalIgnoreCase))
                return language;
        }

        return null;
    }

    /// <summary>The newest version of a flow.</summary>
    public Flow Newest(string name) => Latest[name];

    /// <summary>What reading and showing answers depends on.</summary>
    public AnswerContext AnswerContext(Language language, DateOnly today) =>
        new(today, language, Country, Texts.Plain(language, CommonTexts.Currency));

    /// <summary>A canonical answer as the person reads it.</summary>
    public string ShowAnswer(string name, string canonical, AnswerContext context) => Collected.GetValueOrDefault(name) switch
    {
        State.Ask ask => ask.Type.Show(canonical, ask.Settings, context),
        State.Choose choose when choose.Options.TryFind(canonical, out var item) => item.LabelIn(context.Language),
        State.Attach => Texts.Plain(context.Language, CommonTexts.Attached(canonical)),
        _ => canonical,
    };

    /// <summary>What a placeholder shows of the answers, or null where there is nothing: an answer, or what a chosen option's list tells of it.</summary>
    public string? Show(string name, AnswerSheet answers, AnswerContext context)
    {
        if (name.Split('.') is [var chosen, var text])
            return Collected.GetValueOrDefault(chosen) is State.Choose choose && choose.Options.TryFind(answers[chosen] ?? "", out var item)
                ? item.Texts[text][context.Language]
                : null;
        if (answers[$"{name}.{context.Language}"] is { } worded)
            return worded;
        return answers[name] is { Length: > 0 } canonical ? ShowAnswer(name, canonical, context) : null;
    }

    /// <summary>The state that collects an answer, in whichever flow, or null for one that an action brought along.</summary>
    public State.Collects? CollectorOf(string name) => Collected.GetValueOrDefault(name);

    public bool TryFind(string name, int version, [NotNullWhen(true)] out Flow? flow)
    {
        flow = Latest.TryGetValue(name, out var newest) && newest.Version == version
            ? newest
            : Flows.FirstOrDefault(candidate => candidate.Version == version && string.Equals(candidate.Name, name, StringComparison.Ordinal));
        return flow is not null;
    }
}
