using ChatChannels.Runtime.Failpoints;
using ChatChannels.Runtime.Storage.Backup;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ChatChannels.Runtime.Storage;

/// <summary>Opens the storage before anything else starts, and closes it after everything else has stopped.</summary>
internal sealed class StorageStart(
    Storehouse house, IOptions<StorageOptions> options, IHostEnvironment environment, IEnumerable<IControlCommand> commands, TimeProvider time, ILogger<Storehouse> log)
    : IHostedLifecycleService, IAsyncDisposable
{
    private ControlDoor? _door;

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        Failpoint.Announce(log, environment.IsDevelopment());
        await house.Open(time, cancellationToken);
        if (options.Value.Kind is StorageKind.Sqlite)
            _door = ControlDoor.Open(house, options.Value, time, log, commands);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        await DisposeAsync();
        await house.DisposeAsync();
    }

    /// <summary>Closes the door, of a host too that was never stopped: an open one would keep the whole storage in memory.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_door is not null)
            await _door.DisposeAsync();
        _door = null;
    }
}
