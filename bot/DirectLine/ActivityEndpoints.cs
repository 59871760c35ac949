using ChatChannels.Bot.Activities;
using ChatChannels.Runtime.Failures;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ChatChannels.Bot.DirectLine;

/// <summary>The calls by which activities are posted, and read by polling.</summary>
internal sealed class ActivityEndpoints(
    Access access, Dialogues dialogues, Transcript transcript, ServerAddress address, TimeProvider time, ILogger<ActivityEndpoints> logger) : IDisposable
{
    private const string Joined = "webchat/join";

    private readonly FailureLog _failures = new(logger, time);

    /// <summary>Takes an activity; a message is answered when its turn is written.</summary>
    public async Task<IResult> Post(HttpContext http, string conversation)
    {
        var (caller, refusal) = await access.EnterToSay(http, conversation);
        if (caller is null)
            return refusal!;
        var (activity, problem) = await RequestBody.Read(http, ActivityJson.Plain.Activity);
        if (activity is null)
            return problem!;
        if (!IncomingActivity.TryRead(caller, activity, out var said))
            return Answer.Bad("The activity cannot be read.");
        if (said.Echo.Type is ActivityTypes.Message && HeardActivity.Of(said.Echo) is null)
            return Answer.Bad("The message says nothing; files are sent by /upload.");
        return await dialogues.Find(caller.Fund.Id, conversation, http.RequestAborted) is null
            ? Answer.NotFound()
            : await Take(caller, conversation, said);
    }

    /// <summary>What was said behind a watermark. Never an error but for who may not read: on any other a client stops asking for ever.</summary>
    public async Task<IResult> Read(HttpContext http, string conversation, string? watermark)
    {
        var (caller, refusal) = await access.Enter(http.Request, conversation);
        if (caller is null)
            return refusal!;
        try
        {
            if (!access.MayRead(conversation))
                return Answer.Set(new ActivitySet([], watermark));
            var set = await transcript.Read(caller.Fund.Id, conversation, watermark, address.Of(http.Request), http.RequestAborted);
            _failures.Succeeded();
            return set.Activities.Count > 0 || await dialogues.Find(caller.Fund.Id, conversation, http.RequestAborted) is not null ? Answer.Set(set) : Answer.NotFound();
        }
#pragma warning disable CA1031 // the client asks again in a second, and no sooner would it help
        catch (Exception failure) when (!http.RequestAborted.IsCancellationRequested)
#pragma warning restore CA1031
        {
            _failures.Failed("read of a conversation", failure);
            return Answer.Set(new ActivitySet([], watermark));
        }
    }

    public void Dispose() => _failures.Dispose();

    private async Task<IResult> Take(Caller caller, string conversation, Said said)
    {
        var id = said.Echo switch
        {
            { Type: ActivityTypes.Message } => await dialogues.Say(caller.Fund, conversation, said),
            { Type: ActivityTypes.Event, Name: Joined } => await dialogues.Join(caller.Fund, conversation, said.Known) ? Unstored(conversation) : null,
            { Type: ActivityTypes.EndOfConversation } => await dialogues.Leave(caller.Fund, conversation) ? Unstored(conversation) : null,
            _ => Unstored(conversation),
        };
        return id is null ? Answer.BotFailed() : Answer.Taken(id);
    }

    /// <summary>The id of what changes nothing and is not read back.</summary>
    private string Unstored(string conversation) => $"{conversation}|{dialogues.NewId()}";
}
