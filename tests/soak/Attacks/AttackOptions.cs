using System.CommandLine;
using ChatChannels.Runtime.Storage;

namespace ChatChannels.Soak.Attacks;

/// <summary>What is chosen of an attack on the command line.</summary>
internal sealed class AttackOptions
{
    private readonly Option<StorageKind> _store = new("--store") { Description = "The store to attack.", DefaultValueFactory = _ => StorageKind.Sqlite };
    private readonly Option<int> _callbacks;
    private readonly Option<int[]> _seeds;

    public AttackOptions(int callbacks, int[] seeds)
    {
        _callbacks = new Option<int>("--callbacks") { Description = "Callbacks that differ, of all seeds together.", DefaultValueFactory = _ => callbacks };
        _seeds = new Option<int[]>("--seed") { Description = "A seed; several where it is given several times.", DefaultValueFactory = _ => seeds };
    }

    /// <summary>A command with these options.</summary>
    /// <param name="run">Prints, and tells whether all was as it must be.</param>
    public Command For(string name, string description, Func<Attack, CancellationToken, Task<bool>> run)
    {
        var command = new Command(name, description) { _store, _callbacks, _seeds };
        command.SetAction(async (parsed, cancellation) =>
        {
            var attack = new Attack(parsed.GetValue(_store), parsed.GetValue(_callbacks), parsed.GetValue(_seeds)!);
            Console.WriteLine($"seeds {string.Join(' ', attack.Seeds)}");
            return await run(attack, cancellation) ? 0 : 1;
        });
        return command;
    }
}
