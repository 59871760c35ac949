using System.Net;
using System.Net.Http.Headers;
using ChatChannels.Runtime.Limits;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace ChatChannels.Runtime.Registry.Remote;

/// <summary>
/// The calls to one register. A person waits for one deadline, in which a call that failed at once is tried a second time; when half
/// of the calls fail the register is left alone for a while. An answer that is none throws.
/// </summary>
public sealed class RemoteCalls : IDisposable
{
    private const int LongestAnswer = 1024 * 1024;

    private readonly HttpClient _client;
    private readonly ResiliencePipeline<HttpResponseMessage> _asking;
    private readonly ResiliencePipeline<HttpStatusCode> _delivering;

    public RemoteCalls(RemoteRegisterOptions options, HttpMessageHandler handler, TimeProvider time)
    {
        _client = new HttpClient(handler) { BaseAddress = options.Url, Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = LongestAnswer };
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", options.Token);
        _asking = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = new SteadyTime(time) }
            .AddTimeout(options.Deadline)
            .AddRetry(Again())
            .AddCircuitBreaker(Breaker(options))
            .Build();
        _delivering = new ResiliencePipelineBuilder<HttpStatusCode> { TimeProvider = time }.AddTimeout(options.DeliveryDeadline).Build();
    }

    /// <summary>How calls leave this machine.</summary>
    public static HttpMessageHandler Handler() => new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        ConnectTimeout = TimeSpan.FromSeconds(1),
        MaxConnectionsPerServer = 256,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
    };

    public void Dispose() => _client.Dispose();

    /// <summary>Asks something; what can be asked again harmlessly.</summary>
    internal async Task<HttpResponseMessage> Ask(string path, Func<HttpContent> content, CancellationToken cancellation)
    {
        var response = await _asking.ExecuteAsync(
            async stop =>
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content() };
                return await _client.SendAsync(request, stop);
            },
            cancellation);
        return response.EnsureSuccessStatusCode();
    }

    /// <summary>Hands something over under a key by which the register knows it again.</summary>
    internal async Task<HttpStatusCode> Deliver(string path, HttpContent content, Guid key, CancellationToken cancellation) => await _delivering.ExecuteAsync(
        async stop =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
            request.Headers.Add("Idempotency-Key", key.ToString("D"));
            using var response = await _client.SendAsync(request, stop);
            return response.StatusCode;
        },
        cancellation);

    private static RetryStrategyOptions<HttpResponseMessage> Again() => new()
    {
        ShouldHandle = Failed(),
        MaxRetryAttempts = 1,
        Delay = TimeSpan.FromMilliseconds(50),
        UseJitter = true,
    };

    private static CircuitBreakerStrategyOptions<HttpResponseMessage> Breaker(RemoteRegisterOptions options) => new()
    {
        ShouldHandle = Failed().Handle<OperationCanceledException>(),
        FailureRatio = 0.5,
        MinimumThroughput = 10,
        SamplingDuration = TimeSpan.FromSeconds(10),
        BreakDuration = options.Rest,
    };

    private static PredicateBuilder<HttpResponseMessage> Failed() => new PredicateBuilder<HttpResponseMessage>()
        .Handle<HttpRequestException>()
        .HandleResult(response => response.StatusCode is >= HttpStatusCode.InternalServerError or HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests);
}
