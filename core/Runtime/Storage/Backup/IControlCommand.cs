using System.Text.Json;

namespace ChatChannels.Runtime.Storage.Backup;

/// <summary>Something that a command of the command line has the running service do, for it alone may write to its SQLite file.</summary>
internal interface IControlCommand
{
    /// <summary>What requests call it.</summary>
    string Name { get; }

    /// <summary>Does what is asked.</summary>
    /// <param name="tell">Told how far it is.</param>
    /// <returns>The result, as the one who asks reads it.</returns>
    Task<JsonElement> Run(ControlSocket.Request request, Func<string, Task> tell, CancellationToken cancellation);
}
