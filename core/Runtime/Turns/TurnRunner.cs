using System.Collections.Immutable;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Localization;
using ChatChannels.Runtime.Failpoints;
using ChatChannels.Runtime.Failures;
using ChatChannels.Runtime.Storage;
using ChatChannels.Runtime.Storage.Keys;
using ChatChannels.Services;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ChatChannels.Runtime.Turns;

/// <summary>
/// The way of one turn: take the session, read the request, decide, commit, and only then reply. A turn that lost against
/// another is decided again from what the other left; a bad one leaves the session as it was.
/// </summary>
public sealed partial class TurnRunner(
    IStore store, IInbox inbox, TurnDecider decider, IIdSource ids, TimeProvider time, IOptions<TurnsOptions> options, ILogger<TurnRunner> logger) : IDisposable
{
    private const int Tries = 5;

    /// <summary>Persons whose language is kept in memory, so that they are told of trouble in it when the store cannot say; one takes about 200 bytes.</summary>
    private const int Persons = 50_000;

    private readonly PersonLocks _locks = new();
    private readonly BoundedCache<(FundId Fund, string Address), Language> _languages = new(Persons);
    private readonly int _most = options.Value.AtOnce;
    private readonly FailureLog _failures = new(logger, time);
    private int _taken;

    /// <summary>Takes a turn and replies within the deadline, whatever is slow behind; a late turn is still finished and kept.</summary>
    public async Task<string> Reply(TurnRequest request, TimeSpan deadline)
    {
        if (!Enter())
            return Refuse(request, CommonTexts.Busy);
        var reference = ids.NextDigits(6);
        var turn = TakeSafely(request, reference);
        try
        {
            return await turn.WaitAsync(deadline, time) ?? LastWords(request, CommonTexts.Trouble, reference);
        }
        catch (TimeoutException)
        {
            LogSlow(logger, request.Fund.Id.Value, reference);
            return LastWords(request, CommonTexts.Slow, reference);
        }
    }

    /// <summary>Takes a turn of a channel that sends its replies by itself, in its own time.</summary>
    /// <returns>The reply, which is committed; null where nothing happened, for trouble or too many turns at once: the request may come again.</returns>
    public Task<string?> Take(TurnRequest request) =>
        Enter() ? TakeSafely(request, ids.NextDigits(6)) : Task.FromResult<string?>(null);

    /// <summary>A last screen that says a limit's text, with nothing taken, read or kept.</summary>
    public string Refuse(TurnRequest request, string text) => LastWords(request, text, "");

    public void Dispose()
    {
        _failures.Dispose();
        _locks.Dispose();
    }

    private bool Enter()
    {
        if (Interlocked.Increment(ref _taken) <= _most)
            return true;
        Interlocked.Decrement(ref _taken);
        return false;
    }

    private async Task<string?> TakeSafely(TurnRequest request, string reference)
    {
        try
        {
            var reply = await Run(request);
            _failures.Succeeded();
            return reply;
        }
#pragma warning disable CA1031 // the one broad catch of a turn: the person gets a sentence and a reference, the log the exception
        catch (Exception failure)
#pragma warning restore CA1031
        {
            _failures.Failed($"turn of {request.Fund.Id.Value}", failure, reference);
            return null;
        }
        finally
        {
            Interlocked.Decrement(ref _taken);
        }
    }

    private async Task<string> Run(TurnRequest request)
    {
        using var held = await _locks.Enter(request.Fund.Id, request.Address, CancellationToken.None);
        InboxMark? mark = request.Once is { } once ? inbox.Mark(request.Key, once) : null;
        for (var i = 0; i < Tries; i++)
        {
            var known = await store.Find(request.Key, request.Address, CancellationToken.None);
            var stored = known.Session;
            Remember(request, stored?.Session);
            if (await Given(request, stored, mark) is { } given)
                return given;
            switch (request.Read(stored))
            {
                case Reading.Fresh { Input: Input.HungUp } when !await IsStanding(request, stored):
                    return "";
                case Reading.Fresh fresh:
                    if (await Commit(request, known, fresh, mark) is { } reply)
                        return reply;
                    break;
                case Reading.Repeated repeated:
                    return await ReplyTo(request, stored, repeated.Request) ?? LastWords(request, CommonTexts.Restart, "");
                case Reading.Refused refused:
                    return Refuse(request, refused.Text);
                default:
                    return LastWords(request, CommonTexts.Restart, "");
            }
        }

        throw new InvalidOperationException($"A turn was overtaken {Tries} times.");
    }

    /// <summary>The reply to a copy of what came in before; null for what is new.</summary>
    private async ValueTask<string?> Given(TurnRequest request, StoredSession? stored, InboxMark? mark)
    {
        if (stored is null || mark is not { } known)
            return null;
        return string.Equals(stored.Request, request.Once, StringComparison.Ordinal) || await inbox.MayHave(known, CancellationToken.None)
            ? await ReplyTo(request, stored, request.Once!)
            : null;
    }

    private async Task<string?> Commit(TurnRequest request, Known known, Reading.Fresh fresh, InboxMark? mark)
    {
        var decided = await decider.Decide(request, known, fresh.Input);
        var unit = new Unit(
            new TurnWrite(decided.Session, request.Once ?? fresh.Request, decided.Reply ?? known.Session?.Reply ?? ""),
            [.. decided.Changes, .. Besides(request, decided, mark)]);
        if (await store.Commit(unit, CancellationToken.None) is not CommitResult.Committed)
            return null;
        Failpoint.Reach(Failpoint.BeforeReply);
        Remember(request, decided.Session);
        return unit.Turn!.Reply;
    }

    /// <summary>What the channel writes in the same unit.</summary>
    private ImmutableArray<Change> Besides(TurnRequest request, DecidedTurn decided, InboxMark? mark)
    {
        ImmutableArray<Change> taken = mark is { } message ? [new Change.TakeIn(message, time.GetUtcNow())] : [];
        return decided.Reply is { } reply && request.Along is { } along ? [.. taken, .. along(reply)] : taken;
    }

    /// <summary>
    /// Whether a lost line still matters: something was begun, and the notice does not come twice, or so late that the person
    /// has gone on in another session.
    /// </summary>
    private async Task<bool> IsStanding(TurnRequest request, StoredSession? stored) =>
        stored is { Session: { Life: not (Life.Ended or Life.Dropped), Stand: not null } }
        && (await store.FindLatest(request.Fund.Id, request.Address, CancellationToken.None))?.Key == request.Key;

    /// <summary>The reply that a request of the session got, the last one or an earlier; null where there was none.</summary>
    private async ValueTask<string?> ReplyTo(TurnRequest request, StoredSession? stored, string earlier) =>
        string.Equals(stored?.Request, earlier, StringComparison.Ordinal)
            ? stored!.Reply
            : await store.FindReply(request.Key, request.Address, earlier, CancellationToken.None);

    private void Remember(TurnRequest request, Session? session)
    {
        var person = (request.Fund.Id, request.Address.Value);
        if (session is not null && !(_languages.TryGet(person, out var known) && known == session.Language))
            _languages.Set(person, session.Language);
    }

    /// <summary>A last screen that needs neither store nor session.</summary>
    private string LastWords(TurnRequest request, string text, string reference)
    {
        var language = _languages.TryGet((request.Fund.Id, request.Address.Value), out var known) && request.CanShow.Contains(known)
            ? known
            : request.CanShow[0];
        var key = new Option("", "", "");
        var prompt = new Prompt
        {
            Language = language,
            Text = request.Fund.Texts[language, text].Fill(ImmutableDictionary<string, string>.Empty
                .Add("reference", reference)
                .Add("service-code", request.Fund.ServiceCodes[0])),
            More = key,
            Previous = key,
            Ends = true,
        };
        return request.Screens.Render(prompt).Reply;
    }

    [LoggerMessage(1002, LogLevel.Warning, "A turn of {Fund} was slow, reference {Reference}")]
    private static partial void LogSlow(ILogger logger, string fund, string reference);
}
