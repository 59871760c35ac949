using ChatChannels.Bench.Systems;
using ChatChannels.Bench.Trials;

namespace ChatChannels.Bench.Parts;

/// <summary>Finds the records that a limit appends: as many octets as the service's store grows by with each hop.</summary>
internal static class Calibration
{
    /// <summary>What a database adds to a row, at most.</summary>
    private const int Overhead = 40;
    private const int Least = 64;

    public static Task<int> Sqlite(Stage stage) => Find(stage, Service.Sqlite, page: 4096);

    public static Task<int> Postgres(Stage stage) => Find(stage, Service.Postgres, page: 8192);

    /// <summary>Pages hold whole records: rounded so that the limit never keeps more than the service, which would flatter us.</summary>
    private static async Task<int> Find(Stage stage, Contender service, int page)
    {
        var grown = Math.Max((await stage.Run(service)).StoredPerHop, Least);
        return Math.Max((page / (int)Math.Ceiling(page / grown)) - Overhead, Least);
    }
}
