using System.Collections.Immutable;
using ChatChannels.Bot.WhatsApp.Sending;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Runtime.Storage;
using ChatChannels.Runtime.Turns;
using ChatChannels.Services;
using ChatChannels.Services.Documents;
using Microsoft.Extensions.Logging;

namespace ChatChannels.Bot.WhatsApp.Receiving;

/// <summary>
/// Takes a conversation along when its person is reached by another number or id, and leaves nothing behind: whoever gets the old number
/// next has no part in it. Copies change nothing.
/// </summary>
internal sealed partial class Relocation(IStore store, IDocumentFile documents, IIdSource ids, ILogger<Relocation> logger)
{
    private const int Tries = 5;

    /// <summary>Moves the conversation; false where that did not succeed, and the message must come again.</summary>
    public async Task<bool> Take(Received message, string to, CancellationToken cancellation)
    {
        for (var i = 0; i < Tries; i++)
        {
            if (await Find(message.To, message.From, cancellation) is not { } old || IsEmpty(old.Session) || old.Session.Agent is not null)
                return true;
            var there = await Find(message.To, to, cancellation);
            if ((there is null || IsEmpty(there.Session)) && !await Commit(await Arriving(old, there, message, to, cancellation), cancellation))
                continue;
            if (!await Commit(new Unit(Leaving(old, message.Id), []), cancellation))
                continue;
            LogMoved(logger, message.To.Fund.Id.Value);
            return true;
        }

        return false;
    }

    private async Task<StoredSession?> Find(Number number, string person, CancellationToken cancellation)
    {
        var request = ScreenWriter.Request(number, person);
        return (await store.Find(request.Key, request.Address, cancellation)).Session;
    }

    private async Task<bool> Commit(Unit unit, CancellationToken cancellation) =>
        await store.Commit(unit, cancellation) is CommitResult.Committed;

    /// <summary>Nothing was begun that could be lost.</summary>
    private static bool IsEmpty(Session session) => session.Frames.IsEmpty && session.Held is null;

    /// <summary>The conversation as it stood. Where the caller's own number was taken as an answer, it is the new one.</summary>
    private async Task<Unit> Arriving(StoredSession old, StoredSession? there, Received message, string to, CancellationToken cancellation)
    {
        var request = ScreenWriter.Request(message.To, to);
        var session = old.Session with { Key = request.Key, Address = request.Address, Version = (there?.Session.Version ?? 0) + 1 };
        var own = session.Derived.Where(name => string.Equals(session.Answers[name], old.Session.Address.Phone, StringComparison.Ordinal));
        var answers = request.Address.Phone is { } phone ? session.Answers.WithAll(own.Select(name => KeyValuePair.Create(name, phone))) : session.Answers;
        var files = ImmutableArray.CreateBuilder<Change>();
        session = session with { Answers = await WithFiles(answers, old.Session.Address, request, files, cancellation) };
        if (session.Held is { } held)
            session = session with { Held = held with { Answers = await WithFiles(held.Answers, old.Session.Address, request, files, cancellation) } };
        return new Unit(new TurnWrite(session, message.Id, old.Reply), files.ToImmutable());
    }

    /// <summary>Files that no case has yet are their sender's: they are kept anew for the person as they are reached now.</summary>
    private async Task<AnswerSheet> WithFiles(
        AnswerSheet answers, Address from, TurnRequest request, ImmutableArray<Change>.Builder files, CancellationToken cancellation)
    {
        foreach (var (name, value) in answers.Values)
        {
            if (!Guid.TryParseExact(value, "D", out var id) || await documents.FindLoose(request.Fund.Id, from, id, cancellation) is not { } document)
                continue;
            var kept = document with { Id = ids.NextId() };
            files.Add(new Change.KeepDocument(kept, request.Address));
            answers = answers.With(name, kept.Id.ToString("D"));
        }

        return answers;
    }

    private static TurnWrite Leaving(StoredSession old, string id)
    {
        var session = old.Session with
        {
            Version = old.Session.Version + 1,
            Life = Life.Ended,
            Frames = [],
            Answers = AnswerSheet.None,
            Derived = old.Session.Derived.Clear(),
            Changing = null,
            Held = null,
            Saved = false,
        };
        return new TurnWrite(session, id, "");
    }

    [LoggerMessage(7406, LogLevel.Information, "A person of {Fund} is reached by another number or id on WhatsApp; the conversation goes on there")]
    private static partial void LogMoved(ILogger logger, string fund);
}
