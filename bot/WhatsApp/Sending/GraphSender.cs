using System.Text.Json.Nodes;
using ChatChannels.Bot.WhatsApp.Screens;
using ChatChannels.Conversation;
using ChatChannels.Runtime.Delivery;
using ChatChannels.Services.Messages;
using Microsoft.Extensions.Logging;

namespace ChatChannels.Bot.WhatsApp.Sending;

/// <summary>
/// Hands messages over to the Graph API, which cannot tell a copy from a second message. So each part is noted before it leaves, and
/// where nobody knows whether a screen has arrived it is not sent again: the person asks for it by any word. A notice is, since it comes but once.
/// </summary>
internal sealed partial class GraphSender(
    Numbers numbers, GraphCalls graph, IDispatchLog dispatches, NoticeWriter notices, TimeProvider time, ILogger<GraphSender> logger) : ISender
{
    private readonly Restraint _restraint = new(time);

    public Channel Channel => Channel.WhatsApp;

    public async Task<SendResult> Send(Message message, CancellationToken cancellation)
    {
        if (numbers.For(message) is not { } number)
            return SendResult.Refused;
        if (_restraint.Holds(number, message))
            return SendResult.TryLater;
        var fault = message.Template is Message.Screen
            ? await SendScreen(number, message, cancellation)
            : await SendNotice(number, message, cancellation);
        if (fault is { Result: SendResult.TryLater })
            _restraint.Hold(number, message, fault.Value.Kind);
        else
            _restraint.Release(number, message);
        if (fault is { } failed)
            LogRefused(logger, failed.IsAlarming ? LogLevel.Error : LogLevel.Warning, message.Fund.Value, number.Id, failed.Code, failed.Kind);
        return fault?.Result ?? SendResult.Accepted;
    }

    private async Task<GraphFault?> SendScreen(Number number, Message message, CancellationToken cancellation)
    {
        var parts = Payload.Read(message.Text);
        for (var i = 0; i < parts.Count; i++)
        {
            var dispatch = new Dispatch(message.Id, i);
            var before = await dispatches.Begin(dispatch, time.GetUtcNow(), cancellation);
            if (before is DispatchState.Begun)
                LogDoubt(logger, message.Fund.Value, number.Id);
            else if (before is null && await Post(number, message, dispatch, parts[i], cancellation) is GraphAnswer.Refused refused)
                return refused.Fault;
        }

        return null;
    }

    /// <summary>One part; a refusal by the window makes it one by template.</summary>
    private async Task<GraphFault?> SendNotice(Number number, Message notice, CancellationToken cancellation)
    {
        var dispatch = new Dispatch(notice.Id, 0);
        if (await notices.IsOpen(notice, cancellation))
        {
            var fault = await SendNotice(number, notice, dispatch, NoticeWriter.Plain(notice), cancellation);
            if (fault is not { Kind: GraphFaultKind.Window })
                return fault;
        }

        return notices.Templated(notice) is { } templated
            ? await SendNotice(number, notice, dispatch, templated, cancellation)
            : new GraphFault(GraphFaultKind.Window, 0);
    }

    private async Task<GraphFault?> SendNotice(Number number, Message notice, Dispatch dispatch, JsonObject content, CancellationToken cancellation)
    {
        if (await dispatches.Begin(dispatch, time.GetUtcNow(), cancellation) is not (null or DispatchState.Begun))
            return null;
        return await Post(number, notice, dispatch, content, cancellation) switch
        {
            GraphAnswer.Refused refused => refused.Fault,
            GraphAnswer.Unknown => GraphFault.Of(null),
            _ => null,
        };
    }

    private async Task<GraphAnswer> Post(Number number, Message message, Dispatch dispatch, JsonObject content, CancellationToken cancellation)
    {
        var answer = await graph.Post(number, Addressed(message, dispatch, content), cancellation);
        if (answer is GraphAnswer.Taken taken)
            await dispatches.Take(message.Fund, dispatch, taken.Id, CancellationToken.None);
        else if (answer is GraphAnswer.Refused)
            await dispatches.Release(dispatch, CancellationToken.None);
        else
            LogDoubt(logger, message.Fund.Value, number.Id);
        return answer;
    }

    /// <summary>To a number with its plus, without which Meta may put our own country before it; or to a person who shows none.</summary>
    private static JsonObject Addressed(Message message, Dispatch dispatch, JsonObject content)
    {
        var body = new JsonObject
        {
            ["messaging_product"] = "whatsapp",
            ["recipient_type"] = "individual",
            [message.To.StartsWith('+') ? "to" : "recipient"] = message.To,
            ["biz_opaque_callback_data"] = Callback.Write(dispatch),
        };
        foreach (var (name, value) in content)
            body[name] = value?.DeepClone();
        return body;
    }

    [LoggerMessage(7403, LogLevel.Warning, "Whether a WhatsApp message of {Fund} by {Number} has arrived is not known")]
    private static partial void LogDoubt(ILogger logger, string fund, string number);

    [LoggerMessage(EventId = 7404, Message = "A WhatsApp message of {Fund} by {Number} was refused, code {Code}: {Kind}")]
    private static partial void LogRefused(ILogger logger, LogLevel level, string fund, string number, int code, GraphFaultKind kind);
}
