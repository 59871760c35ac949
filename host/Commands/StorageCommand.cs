using ChatChannels.Runtime.Storage;
using Microsoft.Extensions.Options;

namespace ChatChannels.Host.Commands;

/// <summary>What the storage commands share: the same configuration as the service, and one sentence at the end.</summary>
internal static class StorageCommand
{
    /// <summary>The storage the service would open, from the same files, environment and command line.</summary>
    public static StorageOptions Options(IReadOnlyList<string> settings)
    {
        using var app = Composition.BuildParts([.. settings]);
        return app.Services.GetRequiredService<IOptions<StorageOptions>>().Value;
    }

    public static int Say(bool done, string sentence)
    {
        (done ? Console.Out : Console.Error).WriteLine(sentence);
        return done ? 0 : 1;
    }
}
