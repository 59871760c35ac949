using System.Security.Cryptography;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Localization;
using ChatChannels.Host.Replay;
using ChatChannels.Runtime.Delivery;
using ChatChannels.Services.Messages;
using ChatChannels.Tests.Hostile;
using ChatChannels.Tests.Ussd;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ChatChannels.Tests.Bot.WhatsApp;

/// <summary>A running service whose way out leads to a Graph API on this machine.</summary>
public abstract class SenderTest : IAsyncLifetime
{
    private const string OneText = """[{"type":"text","text":{"body":"Bonjour"}}]""";

    private readonly Overheard _overheard = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("chatchannels-").FullName;

    /// <summary>A database that outlives the node on it.</summary>
    private protected string[] Kept => ["--Storage:Path", Path.Combine(_folder, "kept.db"), "--Storage:KeyFile", Path.Combine(_folder, "kept.key")];

    private protected FakeGraph Graph { get; private set; } = null!;

    private protected ReplayHost Service { get; private set; } = null!;

    private protected Meta Meta { get; private set; } = null!;

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>What operators were told.</summary>
    protected IReadOnlyList<string> Told => [.. _overheard.Lines.Where(line => line.StartsWith("A WhatsApp", StringComparison.Ordinal) || line.StartsWith("Whether a WhatsApp", StringComparison.Ordinal))];

    private protected ISender Sender => Service.Services.GetServices<ISender>().Single(sender => sender.Channel == Channel.WhatsApp);

    public async ValueTask InitializeAsync()
    {
        Graph = await FakeGraph.Start();
        Service = await Host();
        Meta = new Meta(Service);
    }

    public async ValueTask DisposeAsync()
    {
        await Service.DisposeAsync();
        await Graph.DisposeAsync();
        _overheard.Dispose();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private protected Task<ReplayHost> Host(params string[] settings) => Host(_ => { }, settings);

    private protected Task<ReplayHost> Host(Action<WebApplicationBuilder> arrange, params string[] settings) => ReplayHost.Start(
        Scene.Now,
        builder =>
        {
            builder.Services.AddHttpClient("whatsapp").ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler());
            builder.Logging.AddProvider(_overheard);
            arrange(builder);
        },
        [
            "--Bot:WhatsApp:GraphUrl", Graph.Url, "--Bot:WhatsApp:Patience", "00:00:01", "--Bot:WhatsApp:Templates:fr", "avis",
            "--Logging:LogLevel:Default", "Warning", "--Logging:Console:LogLevel:Default", "None", .. settings,
        ]);

    protected static Message Screen(string to = "+" + WhatsApp.Meta.Person, string payload = OneText) => new()
    {
        Id = new Guid(RandomNumberGenerator.GetBytes(16)),
        Fund = Scene.Fund,
        Channel = Channel.WhatsApp,
        To = to,
        Person = to,
        Template = Message.Screen,
        Language = Language.French,
        Sender = WhatsApp.Meta.Number,
        Text = payload,
        At = Scene.Now,
        Expires = Scene.Now.AddHours(24),
    };

    protected static Message Notice(string text = "Votre dossier\n\nest prêt.") => Screen(payload: text) with { Template = "receipt", Sender = "FUND" };

    protected static string To(int n) => $"+2376{50000100 + n}";
}
