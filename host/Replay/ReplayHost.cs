using ChatChannels.Bot;
using ChatChannels.Conversation;
using ChatChannels.Host.Starting;
using ChatChannels.Runtime;
using ChatChannels.Runtime.Delivery;
using ChatChannels.Runtime.Funds;
using ChatChannels.Runtime.HandOvers;
using ChatChannels.Runtime.Processing;
using ChatChannels.Runtime.Registry.Late;
using ChatChannels.Runtime.Storage;
using ChatChannels.Runtime.Turns;
using ChatChannels.Runtime.Web;
using ChatChannels.Services;
using ChatChannels.Services.Actions;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace ChatChannels.Host.Replay;

/// <summary>The whole service on this machine for one script: real endpoint, real store in a folder of its own, foretold time and ids.</summary>
public sealed class ReplayHost : IAsyncDisposable
{
    /// <summary>Replays of other content say so.</summary>
    private const string FolderSetting = "--Funds:Folder";

    /// <summary>The clock stands still, so that whatever is done is done at once: rates would only forbid.</summary>
    private static readonly string[] Unhurried =
    [
        "--Ussd:Limits:HopsPerMinute", "1000000", "--Ussd:Limits:SessionsPerHour", "1000000", "--Ussd:Limits:OpenPerPhone", "1000000",
        "--Ussd:Limits:GatewayPerSecond", "1000000", "--Pages:RequestsPerMinute", "1000000",
        "--Bot:DirectLine:StartsPerMinute", "1000000", "--Bot:DirectLine:PostsPerMinute", "1000000",
    ];

    /// <summary>The content, which never changes: read once for all replays of a process.</summary>
    private static readonly Lazy<FundDirectory> Content = new(Load);

    private readonly WebApplication _app;
    private readonly string _folder;

    private ReplayHost(WebApplication app, string folder, ReplayClock clock)
    {
        (_app, _folder, Clock) = (app, folder, clock);
        Store = (RecordingStore)app.Services.GetRequiredService<IStore>();
        Actions = app.Services.GetRequiredService<BreakableActions>();
        Store.TakeChanges();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Http = new HttpClient { BaseAddress = new Uri(address) };
    }

    public ReplayClock Clock { get; }

    public RecordingStore Store { get; }

    public BreakableActions Actions { get; }

    public HttpClient Http { get; }

    /// <summary>What stands for WhatsApp's side.</summary>
    internal GraphStandIn Graph { get; private init; } = null!;

    public IServiceProvider Services => _app.Services;

    /// <summary>Starts a service whose clock stands at <paramref name="now"/>.</summary>
    /// <param name="settings">More configuration, such as another storage.</param>
    public static Task<ReplayHost> Start(DateTimeOffset now, params string[] settings) => Start(now, _ => { }, settings);

    /// <summary>Starts a service some parts of which are others.</summary>
    /// <param name="arrange">Puts them in, below what replays need.</param>
    public static async Task<ReplayHost> Start(DateTimeOffset now, Action<WebApplicationBuilder> arrange, params string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("chatchannels-replay-").FullName;
        var clock = new ReplayClock(now);
        var graph = new GraphStandIn();
        var app = Composition.Build(
            [
                "--urls", "http://127.0.0.1:0",
                "--Storage:Path", Path.Combine(folder, "replay.db"),
                "--Storage:KeyFile", Path.Combine(folder, "replay.key"),
                "--Funds:Sample", "true",
                "--Funds:PublicUrl", "http://localhost:5080/",
                "--Logging:LogLevel:Default", "Error",
                .. Unhurried,
                .. ChatSecrets(),
                .. settings,
            ],
            builder =>
            {
                if (!settings.Contains(FolderSetting, StringComparer.Ordinal))
                    builder.Services.AddSingleton(Content.Value);
                builder.Services.AddSingleton<TimeProvider>(clock);
                builder.Services.AddSingleton(provider => // a replay has no callers but its own
                    new LocalAccess(isGiven: true, provider.GetRequiredService<IOptions<ProxiesOptions>>().Value.Networks()));
                builder.Services.AddSingleton<IIdSource>(new CountedIds());
                builder.Services.AddHttpClient("whatsapp").ConfigurePrimaryHttpMessageHandler(() => graph);
                builder.Services.AddOptions<BotOptions>().PostConfigure<FundFolder>(GraphStandIn.Configure);
                builder.Services.AddLocalSenders();
                arrange(builder);
                var store = builder.Services.Last(service => service.ServiceType == typeof(IStore)).ImplementationFactory!;
                builder.Services.AddSingleton<IStore>(provider => new RecordingStore((IStore)store(provider)));
                builder.Services.AddSingleton<BreakableActions>();
                builder.Services.AddSingleton(provider =>
                    new ActionCatalogue(provider.GetRequiredService<BreakableActions>().Around(provider.GetServices<IServiceAction>())));
                Without<StartCheck>(builder.Services); // it is for settings of operators
                Without<ProcessingSchedule>(builder.Services);
                Without<DeliveryLoop>(builder.Services);
                Without<HandOverWatch>(builder.Services);
                Without<HourlySweep>(builder.Services);
                Without<RegisterLoop>(builder.Services);
            });
        await app.StartAsync();
        return new ReplayHost(app, folder, clock) { Graph = graph };
    }

    /// <summary>What opens chats with a fund on a replay's own machine.</summary>
    public static string ChatSecretOf(FundId fund) => $"replays are for nobody else's eyes {fund}";

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static FundDirectory Load()
    {
        using var app = Composition.BuildParts([]);
        return app.Services.GetRequiredService<FundDirectory>();
    }

    private static IEnumerable<string> ChatSecrets() => Directory.EnumerateDirectories(FundFolder.Locate("funds")).Select(folder => new FundId(Path.GetFileName(folder)))
        .SelectMany((fund, n) => new[] { $"--Bot:DirectLine:Secrets:{n}:Fund", fund.Value, $"--Bot:DirectLine:Secrets:{n}:Secret", ChatSecretOf(fund) });

    /// <summary>What runs by the clock runs only when the script says so.</summary>
    private static void Without<T>(IServiceCollection services)
    {
        foreach (var descriptor in services.Where(descriptor => descriptor.ImplementationType == typeof(T)).ToList())
            services.Remove(descriptor);
    }
}
