using System.Text.Json;
using ChatChannels.Bot.Activities;

namespace ChatChannels.Bot.DirectLine;

/// <summary>
/// Takes the activities that clients say into their stream. Nothing is answered there: a frame that holds no activities ends some
/// clients for ever.
/// </summary>
internal sealed class StreamSpeech(Access access, ActivityIntake intake)
{
    /// <summary>Takes a frame. What is no activity is passed over, as are sounds.</summary>
    /// <returns>False where the stream must end, and be opened again: too much is said, or a turn failed and its sender could not know.</returns>
    public async Task<bool> Take(Caller caller, string conversation, ReadOnlyMemory<byte> frame)
    {
        if (Read(frame.Span) is not { } activity || !IncomingActivity.TryRead(caller, activity, out var said))
            return true;
        if (said.Echo.Type is not (ActivityTypes.Message or ActivityTypes.Event or ActivityTypes.EndOfConversation))
            return true;
        if (said.Echo.Type is ActivityTypes.Message && !HeardActivity.IsSaid(said.Echo))
            return true;
        return (said.Echo.Type is ActivityTypes.Event || access.MaySay(conversation)) && await intake.Take(caller, conversation, said) is not null;
    }

    private static Activity? Read(ReadOnlySpan<byte> frame)
    {
        try
        {
            return JsonSerializer.Deserialize(frame, ActivityJson.Plain.Activity);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
