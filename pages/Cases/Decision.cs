using System.Collections.Immutable;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Runtime.Storage;
using ChatChannels.Runtime.Turns;
using ChatChannels.Services;
using ChatChannels.Services.Actions;
using ChatChannels.Services.Cases;
using ChatChannels.Services.Documents;
using ChatChannels.Services.Messages;
using ChatChannels.Services.PreRegistration;

namespace ChatChannels.Pages.Cases;

/// <summary>
/// Validates a case or keeps it, by the same actions as the flows: what it changes and the messages that say so are written
/// together. Only what the person saw is decided on (CNPS-15).
/// </summary>
internal sealed class Decision(CaseAccess access, Papers papers, ISecrets secrets, IStore store, MessageWriter messages, NoticeLimits limits, TimeProvider time)
{
    private const int Tries = 5;
    private const string ValidatedMessage = "validated";
    private const string AwaitingMessage = "awaiting";
    private static readonly ImmutableArray<Channel> Kinds = [Channel.Sms, Channel.Email];
    private readonly ChangeCaseAction _validate = ChangeCaseAction.Validate(access, papers);
    private readonly ChangeCaseAction _keep = ChangeCaseAction.Keep(access, papers);

    /// <summary>Tells the data that were shown from others, without telling anything about them.</summary>
    public string MarkOf(Case shown) => secrets.Hash(
        $"shown:{shown.Number}", string.Join('\n', shown.Answers.Values.Select(answer => $"{answer.Key}={answer.Value}")));

    /// <summary>Decides, from what is stored now, as often as somebody else was faster.</summary>
    /// <param name="yes">Whether the person validates (OUI) or not (NON).</param>
    /// <param name="mark">Of the data that were shown; empty from a caller that shows none.</param>
    public async Task<Decided> Take(OpenedCase opened, bool yes, string mark, CancellationToken cancellation)
    {
        for (var i = 0; i < Tries; i++)
        {
            var current = i == 0 ? opened.Case : await access.Reopen(opened.Case.Fund, opened.Answers, cancellation);
            if (current is null || !current.IsOpen)
                return Decided.Frozen;
            if (mark.Length > 0 && !string.Equals(mark, MarkOf(current), StringComparison.Ordinal))
                return Decided.Changed;
            if (await Write(opened with { Case = current }, yes, cancellation) is { } written)
                return yes ? Said(written) : Decided.Kept;
        }

        throw new InvalidOperationException($"A decision was overtaken {Tries} times.");
    }

    /// <summary>Saves other answers, not validated; null where the case was changed or processed meanwhile.</summary>
    public Task<Case?> Save(OpenedCase opened, AnswerSheet answers, CancellationToken cancellation) =>
        Write(opened with { Case = opened.Case with { Answers = answers } }, yes: false, cancellation);

    private static Decided Said(Case written) => written.State is CaseState.AwaitingPapers ? Decided.Awaiting : Decided.Validated;

    /// <summary>The case as it was written; null where somebody else was faster.</summary>
    private async Task<Case?> Write(OpenedCase opened, bool yes, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var request = Request(opened, now);
        var result = await (yes ? _validate : _keep).Perform(request, cancellation);
        if (result.Changes.OfType<Change.ReplaceCase>().FirstOrDefault(change => change.Case.Version == opened.Case.Version + 1)?.Case is not { } next)
            return null;
        var told = yes ? await limits.Filter(request, Notify(opened with { Case = next }, now), cancellation) : ([], false);
        var unit = new Unit(null, [.. result.Changes, .. told.Changes]);
        return await store.Commit(unit, CancellationToken.None) is CommitResult.Committed ? next : null;
    }

    private static ActionRequest Request(OpenedCase opened, DateTimeOffset now) => new()
    {
        Fund = opened.Words.Fund,
        Service = opened.Case.Kind,
        Address = new Address(Channel.Web, opened.Visit.Network.Subject),
        Network = opened.Visit.Network,
        Language = opened.Words.Language,
        Answers = opened.Answers,
        Now = now,
        Today = TurnDecider.Today(opened.Words.Fund, now),
    };

    private ImmutableArray<Change> Notify(OpenedCase opened, DateTimeOffset now) => messages.Write(
        opened.Words.Fund,
        new Notice
        {
            Template = opened.Case.State is CaseState.AwaitingPapers ? AwaitingMessage : ValidatedMessage,
            Kinds = Kinds,
            Language = opened.Words.Language,
            Answers = opened.Case.Answers.With(CaseAccess.NumberAnswer, opened.Case.Number.Digits).WithAll(Papers.Told(opened.Words.Fund, opened.Case.Awaits)),
            Filer = opened.Case.Filer,
        },
        now,
        opened.Words.Today);
}
