using System.Net;
using ChatChannels.Pages;
using ChatChannels.Runtime.Documents;
using ChatChannels.Runtime.Funds;
using ChatChannels.Runtime.Storage;
using ChatChannels.Services;
using ChatChannels.Services.Accounts;
using ChatChannels.Services.Cases;
using ChatChannels.Services.Documents;
using ChatChannels.Services.Links;
using ChatChannels.Services.Messages;
using ChatChannels.Tests.Services;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ChatChannels.Tests.Pages;

/// <summary>The pages on a free port, with the repository's funds and invented ports behind them.</summary>
internal sealed class PagesHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClientHandler _handler = new() { AllowAutoRedirect = false };

    private PagesHost(WebApplication app) => _app = app;

    public static FundDirectory Funds => Conversation.Engine.Funds.Directory;

    public FakeCabinet Cabinet => (FakeCabinet)_app.Services.GetRequiredService<IStore>();

    public FakeAttempts Attempts => (FakeAttempts)_app.Services.GetRequiredService<IAttempts>();

    public HttpClient Client { get; private set; } = new();

    public static async Task<PagesHost> StartAsync(CaseState? state = CaseState.Registered)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var cabinet = new FakeCabinet { Case = state is { } existing ? SampleCase.In(existing) : null };
        builder.Services.AddSingleton(Funds).AddSingleton<IStore>(cabinet).AddSingleton<ICaseFile>(cabinet)
            .AddSingleton<IAttempts, FakeAttempts>().AddSingleton<ISecrets, FakeSecrets>().AddSingleton<IIdSource, CountingIds>()
            .AddSingleton<TimeProvider, MorningTime>().AddSingleton<CaseAccess>()
            .AddSingleton(provider => new MessageWriter(provider.GetRequiredService<IIdSource>(), new Uri("https://fund.example/")))
            .AddSingleton<IDocumentFile, PaperDocuments>().AddSingleton<PaperLinks>().AddSingleton<Papers>()
            .AddSingleton<ILinks<DocumentLink>, FakeLinks>().AddSingleton<PaperArrival>().AddSingleton<DocumentIntake>().AddSingleton<UploadLane>()
            .AddSingleton<ILinks<PasswordLink>, FakeLinks>().AddSingleton<RecoveryNotice>().AddSingleton<PasswordSetting>()
            .Configure<FundsOptions>(options => options.PublicUrl = new Uri("https://fund.example/"));
        builder.Services.AddPages(builder.Configuration.GetSection("Pages"));
        var host = new PagesHost(builder.Build());
        await host.RunAsync();
        return host;
    }

    public Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields) =>
        Client.PostAsync(
            new Uri(path, UriKind.Relative),
            new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
            TestContext.Current.CancellationToken);

    /// <summary>Posts, and reads the page that comes back.</summary>
    public async Task<(HttpStatusCode Status, string Page)> ReadAsync(string path, params (string Name, string Value)[] fields)
    {
        using var response = await PostAsync(path, fields);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public Task<HttpResponseMessage> GetAsync(string path) => Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _handler.Dispose();
        await _app.DisposeAsync();
    }

    private async Task RunAsync()
    {
        _app.MapPages();
        await _app.StartAsync();
        var addresses = _app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>();
        Client.Dispose();
        Client = new HttpClient(_handler, disposeHandler: false) { BaseAddress = new Uri(addresses.Addresses.Single()) };
    }

    private sealed class MorningTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => SampleCase.Morning;
    }
}
