using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;

namespace ChatChannels.Bot.Connector;

/// <summary>
/// The keys that a publisher signs with, by its OpenID metadata. They are fetched again after a day; for a key that is not among them
/// at once, but at most every hour, so that invented key names cost nothing.
/// </summary>
internal sealed partial class PublishedKeys(Uri metadata, ConnectorHttp http, TimeProvider time, ILogger logger) : IDisposable
{
    private static readonly TimeSpan Stale = TimeSpan.FromDays(1);
    private static readonly TimeSpan Pace = TimeSpan.FromHours(1);

    /// <summary>A fetch that failed is tried again sooner: without keys nobody is let in.</summary>
    private static readonly TimeSpan PaceOfTrouble = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private FrozenDictionary<string, JsonWebKey> _keys = FrozenDictionary<string, JsonWebKey>.Empty;
    private DateTimeOffset _fetched = DateTimeOffset.MinValue;
    private DateTimeOffset _next = DateTimeOffset.MinValue;

    /// <summary>The key of a name, or null.</summary>
    public async Task<JsonWebKey?> Find(string name, CancellationToken cancellation)
    {
        if (_keys.TryGetValue(name, out var known) && time.GetUtcNow() - _fetched < Stale)
            return known;
        await _turn.WaitAsync(cancellation);
        try
        {
            if (time.GetUtcNow() >= _next)
                await Fetch(cancellation);
        }
        finally
        {
            _turn.Release();
        }

        return _keys.GetValueOrDefault(name);
    }

    public void Dispose() => _turn.Dispose();

    private async Task Fetch(CancellationToken cancellation)
    {
        _next = time.GetUtcNow() + PaceOfTrouble;
        try
        {
            var where = JsonSerializer.Deserialize(await Get(metadata, cancellation), ConnectorJson.Plain.Metadata)?.Keys ?? throw new JsonException("no jwks_uri");
            var keys = new JsonWebKeySet(await Get(where, cancellation)).Keys;
            _keys = keys.Where(key => key.Kid is not null).DistinctBy(key => key.Kid, StringComparer.Ordinal).ToFrozenDictionary(key => key.Kid, StringComparer.Ordinal);
            (_fetched, _next) = (time.GetUtcNow(), time.GetUtcNow() + Pace);
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException or ArgumentException or InvalidOperationException
            || (failure is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            LogUnfetched(logger, failure, metadata.Host); // the keys that are there stay good
        }
    }

    private async Task<string> Get(Uri address, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        using var response = await http.Send(request, cancellation);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync(cancellation);
    }

    [LoggerMessage(3201, LogLevel.Error, "The keys that {Publisher} signs with could not be fetched")]
    private static partial void LogUnfetched(ILogger logger, Exception failure, string publisher);
}
