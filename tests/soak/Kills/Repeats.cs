using ChatChannels.Driver.Walks;
using ChatChannels.Soak.Checks;

namespace ChatChannels.Soak.Kills;

/// <summary>Sends acknowledged requests again, as a gateway may: the same bytes must come back.</summary>
internal static class Repeats
{
    public static async Task<IReadOnlyList<Finding>> Ask(
        Uri server, IReadOnlyList<LoggedSession> log, int count, Chance chance, CancellationToken cancellation)
    {
        using var http = new HttpClient { BaseAddress = server };
        var findings = new List<Finding>();
        for (var i = 0; i < count && log.Count > 0; i++)
        {
            var session = log[chance.Below(log.Count)];
            var hop = chance.Below(session.Hops.Count);
            var reply = await Send(http, session, session.TextAt(hop), cancellation);
            if (!string.Equals(HopLogReader.HashOf(reply), session.Hops[hop].Hash, StringComparison.Ordinal))
                findings.Add(Finding.Lost($"{session.Id}: asked again for hop {hop}, the service says: {reply}"));
        }

        return findings;
    }

    /// <summary>Sends one request and reads the reply.</summary>
    public static async Task<string> Send(HttpClient http, LoggedSession session, string text, CancellationToken cancellation)
    {
        using var form = new FormUrlEncodedContent(
        [
            new("sessionId", session.Id), new("phoneNumber", session.Phone), new("networkCode", "62401"),
            new("serviceCode", Walk.Whole.ServiceCode), new("text", text),
        ]);
        using var reply = await http.PostAsync(new Uri(Traffic.Path, UriKind.Relative), form, cancellation);
        return await reply.EnsureSuccessStatusCode().Content.ReadAsStringAsync(cancellation);
    }
}
