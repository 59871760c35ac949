using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace ChatChannels.Bot.Connector;

/// <summary>The bot's own tokens, by client credentials (RFC 6749, 4.4), kept until shortly before they end.</summary>
internal sealed class Credentials(ConnectorHttp http, IOptions<BotOptions> options, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<(string App, string Scope), (string Token, DateTimeOffset Until)> _known = new();
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>A token for an app and what it wants to call; null where none is to be had now.</summary>
    public async Task<string?> Of(string app, string scope, CancellationToken cancellation)
    {
        if (Known(app, scope) is { } known)
            return known;
        await _turn.WaitAsync(cancellation);
        try
        {
            return Known(app, scope) ?? await Fetch(app, scope, cancellation);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Forgets a token that was not believed.</summary>
    public void Forget(string app, string scope) => _known.TryRemove((app, scope), out _);

    public void Dispose() => _turn.Dispose();

    private string? Known(string app, string scope) => _known.TryGetValue((app, scope), out var known) && time.GetUtcNow() < known.Until ? known.Token : null;

    private async Task<string?> Fetch(string app, string scope, CancellationToken cancellation)
    {
        var secret = (options.Value.Messages.Apps ?? []).FirstOrDefault(known => string.Equals(known.AppId, app, StringComparison.Ordinal))?.Secret;
        if (secret is null)
            return null;
        using var request = new HttpRequestMessage(HttpMethod.Post, options.Value.Messages.TokenUrl);
        request.Content = new FormUrlEncodedContent(
        [
            KeyValuePair.Create("grant_type", "client_credentials"), KeyValuePair.Create("client_id", app),
            KeyValuePair.Create("client_secret", secret), KeyValuePair.Create("scope", scope),
        ]);
        using var response = await http.Send(request, cancellation);
        if (!response.IsSuccessStatusCode)
            return null;
        var token = JsonSerializer.Deserialize(await response.Content.ReadAsStringAsync(cancellation), ConnectorJson.Plain.AccessToken);
        if (token?.Value is not { Length: > 0 } value)
            return null;
        _known[(app, scope)] = (value, time.GetUtcNow() + TimeSpan.FromSeconds(token.ExpiresIn) - Early);
        return value;
    }
}
