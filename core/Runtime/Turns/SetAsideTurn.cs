using System.Collections.Immutable;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Localization;
using ChatChannels.Runtime.Storage;
using ChatChannels.Services;
using ChatChannels.Services.Audit;

namespace ChatChannels.Runtime.Turns;

/// <summary>What is kept and told of a message whose turn fails whenever it is tried.</summary>
internal static class SetAsideTurn
{
    /// <summary>What the message is known again by; null for what is not new after all.</summary>
    public static string? IdOf(TurnRequest request, StoredSession? stored) =>
        request.Once ?? (request.Read(stored) as Reading.Fresh)?.Request;

    /// <summary>The session as it stands; before the first turn one that the next message opens.</summary>
    public static Session SessionOf(TurnRequest request, Known known, DateTimeOffset now) =>
        (known.Session?.Session ?? TurnDecider.Begin(request, now) with { Life = Life.Dropped }) with { Version = known.Next };

    /// <summary>The trouble's sentence, with the way to the menu: what failed may be the very screen that the person stands at.</summary>
    public static Prompt Screen(TurnRequest request, Session session, string reference)
    {
        var menu = new Option(Keys.Menu, Keys.Menu, request.Fund.Texts.Plain(session.Language, CommonTexts.Key(Keys.Name(Keys.Menu))));
        return Words(request, session.Language, CommonTexts.Trouble, reference) with { Keys = [menu], Turn = session.Version };
    }

    /// <summary>A common text as a screen that needs neither store nor session.</summary>
    public static Prompt Words(TurnRequest request, Language language, string text, string reference)
    {
        var key = new Option("", "", "");
        return new Prompt
        {
            Language = language,
            Text = request.Fund.Texts[language, text].Fill(ImmutableDictionary<string, string>.Empty
                .Add("reference", reference)
                .Add("service-code", request.Fund.ServiceCodes[0])),
            More = key,
            Previous = key,
        };
    }

    public static Change.Record Fact(TurnRequest request, string reference, DateTimeOffset now) =>
        new(new AuditFact(request.Fund.Id, "message-set-aside", reference, request.Address, now));
}
