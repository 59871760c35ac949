using ChatChannels.Bench.Systems;
using ChatChannels.Bench.Trials;

namespace ChatChannels.Bench.Parts;

/// <summary>Finds the records that a limit appends: as many octets as the service's store grows by with each hop.</summary>
internal static class Calibration
{
    private const int Least = 64;
    private const int Most = 16 * 1024;

    public static Task<int> Sqlite(Stage stage) => Find(stage, Service.Sqlite);

    public static Task<int> Postgres(Stage stage) => Find(stage, Service.Postgres);

    private static async Task<int> Find(Stage stage, Contender service) =>
        (int)Math.Clamp((await stage.Run(service)).StoredPerHop, Least, Most);
}
