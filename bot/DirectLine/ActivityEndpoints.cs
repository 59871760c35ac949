using ChatChannels.Bot.Activities;
using ChatChannels.Runtime.Failures;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ChatChannels.Bot.DirectLine;

/// <summary>The calls by which activities are posted, and read by polling.</summary>
internal sealed class ActivityEndpoints(
    Access access, ActivityIntake intake, Dialogues dialogues, Transcript transcript, ServerAddress address, TimeProvider time, ILogger<ActivityEndpoints> logger)
    : IDisposable
{
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
        if (said.Echo.Type is ActivityTypes.Message && !HeardActivity.IsSaid(said.Echo))
            return Answer.Bad("The message says nothing; files are sent by /upload.");
        if (await dialogues.Find(caller.Fund.Id, conversation, http.RequestAborted) is not { IsClosed: false })
            return Answer.NotFound();
        return await intake.Take(caller, conversation, said) is { } id ? Answer.Taken(id) : Answer.BotFailed();
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
}
