using System.Globalization;
using ChatChannels.Conversation.Engine;
using ChatChannels.Host.Replay;

namespace ChatChannels.Tests.Scripts;

/// <summary>A phone that calls a running service through the gateway's endpoint, one call after another.</summary>
internal sealed class Caller(ReplayHost service, string phone, string code)
{
    private readonly List<string> _typed = [];
    private int _call;

    /// <summary>How the last turn left the session.</summary>
    public Session Session => service.Store.Sessions[^1];

    public string Screen { get; private set; } = "";

    /// <summary>Dials anew; a call that was still open is lost, and nobody says so.</summary>
    public Task Dial()
    {
        _call++;
        _typed.Clear();
        return Send("");
    }

    public Task Type(string text)
    {
        _typed.Add(text);
        return Send(string.Join('*', _typed));
    }

    private async Task Send(string text)
    {
        using var form = new FormUrlEncodedContent(
        [
            KeyValuePair.Create("sessionId", string.Create(CultureInfo.InvariantCulture, $"{phone[1..]}-{_call}")),
            KeyValuePair.Create("phoneNumber", phone),
            KeyValuePair.Create("serviceCode", code),
            KeyValuePair.Create("text", text),
        ]);
        using var response = await service.Http.PostAsync(new Uri("/ussd/africastalking", UriKind.Relative), form);
        Screen = await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
    }
}
