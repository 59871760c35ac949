using System.Net;
using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text;
using ChatChannels.Bot.Activities;
using ChatChannels.Conversation;
using ChatChannels.Runtime.Delivery;
using ChatChannels.Services.Messages;

namespace ChatChannels.Bot.Connector;

/// <summary>Hands replies over by the connector's REST interface. The same id goes with every try of one, by which the other side knows a copy.</summary>
internal sealed class ConnectorSender(ConnectorHttp http, Credentials credentials) : ISender
{
    public Channel Channel => Channel.Bot;

    public async Task<SendResult> Send(Message message, CancellationToken cancellation)
    {
        var envelope = Envelope.Read(message.Text);
        using var request = new HttpRequestMessage(HttpMethod.Post, AddressOf(envelope));
        request.Content = new StringContent(ActivityJson.Write(envelope.Activity), Encoding.UTF8, MediaTypeNames.Application.Json);
        request.Headers.Add("x-ms-client-request-id", message.Id.ToString("D"));
        if (envelope.App is { } app)
        {
            if (await credentials.Of(app, envelope.Scope, cancellation) is not { } token)
                return SendResult.TryLater;
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        using var response = await http.Send(request, cancellation);
        return Judge(response.StatusCode, envelope);
    }

    private SendResult Judge(HttpStatusCode status, Envelope envelope)
    {
        if (status is HttpStatusCode.Unauthorized && envelope.App is { } app)
            credentials.Forget(app, envelope.Scope);
        return (int)status switch
        {
            >= 200 and < 300 => SendResult.Accepted,
            401 or 408 or 429 or >= 500 => SendResult.TryLater,
            _ => SendResult.Refused,
        };
    }

    /// <summary>Ids may hold anything; the service's address may end in a slash or not.</summary>
    private static Uri AddressOf(Envelope envelope)
    {
        var activities = $"{envelope.ServiceUrl.AbsoluteUri.TrimEnd('/')}/v3/conversations/{Uri.EscapeDataString(envelope.Activity.Conversation!.Id!)}/activities";
        return new Uri(envelope.Activity.ReplyToId is { } id ? $"{activities}/{Uri.EscapeDataString(id)}" : activities);
    }
}
