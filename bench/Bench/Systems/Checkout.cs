using ChatChannels.Driver.Walks;

namespace ChatChannels.Bench.Systems;

/// <summary>Another commit of this repository, checked out elsewhere and built there: <c>dotnet build host --configuration Release</c>.</summary>
/// <param name="folder">Its root.</param>
internal sealed class Checkout(string folder)
{
    private const string Setting = "CHATCHANNELS_BENCH_BEFORE";

    /// <summary>Its host, as <c>dotnet</c> takes it.</summary>
    public string Program { get; } = Path.Combine(folder, "artifacts", "bin", "Host", "release", "ChatChannels.Host.dll");

    /// <summary>The walks as that commit has them.</summary>
    public Walk First8 { get; } = Read(folder, "first-8.chat");

    public Walk Messages8 { get; } = Read(folder, "messages-8.chat");

    /// <summary>The checkout that the environment names.</summary>
    /// <exception cref="InvalidOperationException">None is named, or it is not built.</exception>
    public static Checkout Before()
    {
        var folder = Environment.GetEnvironmentVariable(Setting)
            ?? throw new InvalidOperationException($"{Setting} must name the folder of another checkout, built in Release.");
        var checkout = new Checkout(Path.GetFullPath(folder));
        return File.Exists(checkout.Program) ? checkout : throw new InvalidOperationException($"{checkout.Program} is not built.");
    }

    private static Walk Read(string folder, string walk) => Walk.Parse(File.ReadAllText(Path.Combine(folder, "bench", "Driver", "Walks", walk)));
}
