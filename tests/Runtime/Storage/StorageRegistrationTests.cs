using ChatChannels.Runtime.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using static ChatChannels.Tests.Runtime.Storage.Samples;

namespace ChatChannels.Tests.Runtime.Storage;

/// <summary>The storage inside a host.</summary>
public sealed class StorageRegistrationTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("chatchannels-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Host_StoppedAtOnce_HasWrittenAllThatWaited()
    {
        using (var host = Host())
        {
            await host.StartAsync(Stop);
            var store = host.Services.GetRequiredService<IStore>();
            var health = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(Stop);
            Assert.Equal(HealthStatus.Healthy, health.Status);
            foreach (var unit in Crowd(100))
                _ = store.Commit(unit, Stop);
            while (host.Services.GetRequiredService<Storehouse>().Writer.Waiting is 0 && await store.Read(Session("crowd-99", 99)) is null)
                await Task.Yield();
            await host.StopAsync(Stop);
        }

        using var again = Host();
        await again.StartAsync(Stop);
        Assert.NotNull(await again.Services.GetRequiredService<IStore>().Read(Session("crowd-0", 0)));
        await again.StopAsync(Stop);
    }

    [Fact]
    public async Task Host_DatabaseTaken_DoesNotStart()
    {
        using var first = Host();
        await first.StartAsync(Stop);
        using var second = Host();

        await Assert.ThrowsAsync<StorageRefusedException>(() => second.StartAsync(Stop));
        await first.StopAsync(Stop);
    }

    [Fact]
    public async Task Health_NotOpen_IsUnhealthy()
    {
        using var host = Host();
        await host.StartAsync(Stop);
        await host.StopAsync(Stop);

        var health = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(Stop);

        Assert.Equal(HealthStatus.Unhealthy, health.Status);
    }

    [Theory]
    [InlineData("Kind", "Postgres", "connection string")]
    [InlineData("Queue", "0", "Queue must be from 1")]
    [InlineData("Group", "5000", "Group must be from 1")]
    [InlineData("Readers", "65", "Readers must be from 1")]
    [InlineData("Sessions", "1", "Sessions must be from 16")]
    [InlineData("Keys", "1", "Keys must be from 16")]
    [InlineData("KeyFile", "", "KeyFile")]
    public async Task Host_OptionOutOfRange_DoesNotStart(string option, string value, string why)
    {
        using var host = Host((option, value));

        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(Stop));

        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
    }

    private IHost Host(params (string Option, string Value)[] more)
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Path"] = Path.Combine(_folder, "test.db"),
            ["KeyFile"] = Path.Combine(_folder, "keys", "master.key"),
        };
        foreach (var (option, value) in more)
            settings[option] = value;
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddStorage(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        return builder.Build();
    }
}
