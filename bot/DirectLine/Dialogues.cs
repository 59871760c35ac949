using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ChatChannels.Bot.Activities;
using ChatChannels.Bot.Chat;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.Localization;
using ChatChannels.Runtime.Documents;
using ChatChannels.Runtime.Storage;
using ChatChannels.Runtime.Turns;
using ChatChannels.Services;
using ChatChannels.Services.Dialogues;

namespace ChatChannels.Bot.DirectLine;

/// <summary>Takes the turns of Direct Line: what the person said and what the bot answers is written with the turn, and read back from there.</summary>
internal sealed class Dialogues(ChatTurns turns, IDialogues dialogues, StreamBell bell, IIdSource ids, TimeProvider time) : IOutreach
{
    /// <summary>A turn that takes longer is shown to be on its way.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(400);

    public Channel Channel => Channel.Web;

    public string NewId() => ids.NextId().ToString("N");

    public Guid NewFile() => ids.NextId();

    public Task<DialogueFile?> FindFile(FundId fund, string conversation, Guid file, CancellationToken cancellation) =>
        dialogues.FindFile(fund, conversation, file, cancellation);

    public Task<Dialogue?> Find(FundId fund, string conversation, CancellationToken cancellation) => dialogues.Find(fund, conversation, cancellation);

    /// <summary>Begins a conversation, with a greeting; one begun by another node at the same time stays as it is.</summary>
    /// <returns>False where nothing happened, and the client may try again.</returns>
    public async Task<bool> Open(Fund fund, string conversation, string? user, Language? known)
    {
        var (now, once, screens) = (time.GetUtcNow(), "opening", new ActivityScreens());
        var opening = new Change.OpenDialogue(new Dialogue(fund.Id, conversation, user, now));
        return await turns.Take(Request(fund, conversation, screens) with
        {
            Read = stored => ChatReading.Arrival(stored, once, known, now),
            Once = once,
            Along = reply => [opening, .. Told(fund, conversation, once, now, Replies(fund, screens.ScreenOf(reply)))],
        }) is not null;
    }

    /// <summary>Takes a message.</summary>
    /// <returns>The id that it got, the first time or now; null where nothing happened, and it may be sent again.</returns>
    public async Task<string?> Say(Fund fund, string conversation, Said said)
    {
        var (now, screens) = (time.GetUtcNow(), new ActivityScreens());
        var turn = said.Once is null ? NewId() : $"said {said.Once}";
        var request = Request(fund, conversation, screens);
        var heard = said.IsDeclined ? new Heard("") { File = DocumentIntake.Unkept }
            : said.Files is [var file, ..] ? await turns.Keep(request, () => Task.FromResult(ImmutableCollectionsMarshal.AsArray(file.Content)), CancellationToken.None)
            : HeardActivity.Of(said.Echo);
        var taking = turns.Take(request with
        {
            Read = stored => ChatReading.Of(stored, heard, turn, said.Known, now),
            Once = said.Once is null ? null : turn,
            Along = reply =>
            [
                .. Told(fund, conversation, turn, now, [ActivityJson.Write(said.Echo), .. Replies(fund, screens.ScreenOf(reply))]),
                .. said.Files.Select(file => new Change.KeepFile(file)),
            ],
        });
        await ShowTyping(conversation, taking);
        return await taking is null ? null : await Taken(fund, conversation, turn);
    }

    /// <summary>Whether a conversation asks for a file, so that one is worth reading.</summary>
    public Task<bool> AsksForFile(Fund fund, string conversation, CancellationToken cancellation) =>
        turns.AskForFile(Request(fund, conversation, new ActivityScreens()), cancellation);

    /// <summary>The page came, perhaps again: greets who is not in a conversation.</summary>
    public async Task<bool> Join(Fund fund, string conversation, Language? known)
    {
        var (now, turn, screens) = (time.GetUtcNow(), NewId(), new ActivityScreens());
        var reply = await turns.Take(Request(fund, conversation, screens) with
        {
            Read = stored => ChatReading.Joining(stored, turn, known, now),
            Along = reply => Told(fund, conversation, turn, now, Replies(fund, screens.ScreenOf(reply))),
        });
        bell.Ring(conversation, StreamCall.Look);
        return reply is not null;
    }

    public async Task<string?> Take(Outreach turn)
    {
        var (now, conversation, screens) = (time.GetUtcNow(), turn.Address.Value, new ActivityScreens());
        var reply = await turns.Take(Request(turn.Fund, conversation, screens) with
        {
            Read = turn.Read,
            Once = turn.Once,
            Along = reply => Told(turn.Fund, conversation, turn.Once, now, Replies(turn.Fund, screens.ScreenOf(reply))),
        });
        bell.Ring(conversation, StreamCall.Look);
        return reply;
    }

    /// <summary>The person left.</summary>
    public async Task<bool> Leave(Fund fund, string conversation)
    {
        var turn = NewId();
        return await turns.Take(Request(fund, conversation, new ActivityScreens()) with { Read = _ => new Reading.Fresh(new Input.HungUp(), turn) }) is not null;
    }

    private async Task<string> Taken(Fund fund, string conversation, string turn)
    {
        bell.Ring(conversation, StreamCall.Look);
        return Transcript.IdOf(conversation, await dialogues.NumberOf(fund.Id, conversation, turn, CancellationToken.None) ?? 0);
    }

    private async Task ShowTyping(string conversation, Task taking)
    {
        using var over = new CancellationTokenSource();
        if (await Task.WhenAny(taking, Task.Delay(Patience, time, over.Token)) != taking)
            bell.Ring(conversation, StreamCall.Typing);
        await over.CancelAsync();
    }

    private static TurnRequest Request(Fund fund, string conversation, ActivityScreens screens) => new()
    {
        Key = new SessionKey(fund.Id, Channel.Web, conversation),
        Fund = fund,
        Address = new Address(Channel.Web, conversation),
        Read = _ => new Reading.OutOfStep(),
        Screens = screens,
        CanShow = fund.Languages,
        Way = () => "", // clients read what is said to them by themselves
    };

    private static ImmutableArray<Change> Told(Fund fund, string conversation, string turn, DateTimeOffset now, ImmutableArray<string> activities) =>
        activities.IsEmpty ? [] : [new Change.Tell(new DialogueTurn(fund.Id, conversation, turn, activities, now))];

    private static ImmutableArray<string> Replies(Fund fund, KeptScreen? screen) =>
        screen is null ? [] : [new ActivityReply(new Activity { From = BotOf(fund, screen) }, screen).Text];

    private static ChannelAccount BotOf(Fund fund, KeptScreen screen) => new(
        fund.Id.Value, fund.LanguageOf(screen.Language) is { } language ? fund.Texts.Plain(language, CommonTexts.FundName) : null, ChannelAccount.Bot);
}
