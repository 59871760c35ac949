using System.CommandLine;
using System.Security.Cryptography;
using ChatChannels.Runtime.Storage;
using ChatChannels.Soak.Kills;

namespace ChatChannels.Soak.Commands;

/// <summary><c>kill</c>: kills the service, and its database, under load, and compares what was acknowledged with what is stored.</summary>
internal static class KillCommand
{
    public static Command Create()
    {
        var store = new Option<StorageKind>("--store") { Description = "The store to kill on.", DefaultValueFactory = _ => StorageKind.Sqlite };
        var kills = new Option<int>("--kills") { Description = "Kills of the service.", DefaultValueFactory = _ => 200 };
        var databaseKills = new Option<int>("--database-kills") { Description = "Kills of PostgreSQL, under a service that stays up." };
        var users = new Option<int>("--users") { Description = "Callers at a time.", DefaultValueFactory = _ => 64 };
        var seed = new Option<ulong>("--seed")
        {
            Description = "Repeats the chance of another run; what is concurrent comes as it comes.",
            DefaultValueFactory = _ => (ulong)RandomNumberGenerator.GetInt32(int.MaxValue),
        };
        var command = new Command("kill", "Kill -9 under load: nothing acknowledged is lost, nothing is done twice.")
        {
            store, kills, databaseKills, users, seed,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var plan = new KillPlan
            {
                Store = parsed.GetValue(store),
                Kills = parsed.GetValue(kills),
                DatabaseKills = parsed.GetValue(databaseKills),
                Users = parsed.GetValue(users),
                Seed = parsed.GetValue(seed),
            };
            return await Run(plan, cancellation);
        });
        return command;
    }

    private static async Task<int> Run(KillPlan plan, CancellationToken cancellation)
    {
        Console.WriteLine($"seed {plan.Seed}");
        if (plan is { DatabaseKills: > 0, Store: not StorageKind.Postgres })
        {
            await Console.Error.WriteLineAsync("--database-kills needs --store postgres: SQLite runs inside the service.");
            return 2;
        }

        var score = await new KillRun(plan, Console.Out).Play(cancellation);
        score.Print(Console.Out);
        return score.IsClean ? 0 : 1;
    }
}
