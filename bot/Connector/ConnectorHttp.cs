namespace ChatChannels.Bot.Connector;

/// <summary>The calls that the connector makes: bounded in time, and never led elsewhere.</summary>
internal sealed class ConnectorHttp : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>As names may come to mean other machines.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = Lifetime })
    {
        Timeout = Patience,
        MaxResponseContentBufferSize = 1024 * 1024,
    };

    public Task<HttpResponseMessage> Send(HttpRequestMessage request, CancellationToken cancellation) => _http.SendAsync(request, cancellation);

    /// <summary>Sends a request and waits for the head of the answer alone.</summary>
    public Task<HttpResponseMessage> Open(HttpRequestMessage request, CancellationToken cancellation) =>
        _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);

    public void Dispose() => _http.Dispose();
}
