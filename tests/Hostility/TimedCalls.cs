using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace ChatChannels.Hostility;

/// <summary>Calls to a gateway's callback, and how long each hop of them took.</summary>
/// <param name="code">The service code that is dialled.</param>
public sealed class TimedCalls(HttpClient http, string code)
{
    private static readonly Uri Callback = new("/ussd/africastalking", UriKind.Relative);

    private readonly ConcurrentQueue<TimeSpan> _hops = [];
    private int _sessions;

    /// <summary>How long each took, the shortest first.</summary>
    public IReadOnlyList<TimeSpan> Hops => [.. _hops.Order()];

    /// <summary>The longest that a hop took.</summary>
    public TimeSpan Slowest => _hops.Max();

    /// <summary>A call that types one thing after the other until it ends; gives the last screen.</summary>
    public async Task<string> Make(string phone, params string[] typed)
    {
        var session = string.Create(CultureInfo.InvariantCulture, $"ATUid_{Interlocked.Increment(ref _sessions)}");
        var reply = await Hop(session, phone, "");
        for (var n = 1; n <= typed.Length && reply.StartsWith("CON", StringComparison.Ordinal); n++)
            reply = await Hop(session, phone, string.Join('*', typed.Take(n)));
        return reply;
    }

    private async Task<string> Hop(string session, string phone, string text)
    {
        using var form = new FormUrlEncodedContent(
        [
            KeyValuePair.Create("sessionId", session),
            KeyValuePair.Create("phoneNumber", phone),
            KeyValuePair.Create("networkCode", "99999"),
            KeyValuePair.Create("serviceCode", code),
            KeyValuePair.Create("text", text),
        ]);
        var watch = Stopwatch.StartNew();
        using var response = await http.PostAsync(Callback, form);
        var reply = await response.Content.ReadAsStringAsync();
        _hops.Enqueue(watch.Elapsed);
        return response.IsSuccessStatusCode ? reply : string.Create(CultureInfo.InvariantCulture, $"{(int)response.StatusCode} {reply}");
    }
}
