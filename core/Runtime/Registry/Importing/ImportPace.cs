using System.Globalization;
using ChatChannels.Conversation.Flows;
using ChatChannels.Runtime.Turns;

namespace ChatChannels.Runtime.Registry.Importing;

/// <summary>The clock of an import, and who is told how far it is.</summary>
public sealed record ImportPace(TimeProvider Time)
{
    /// <summary>Rows between two sentences: a second or less.</summary>
    private const long Often = 10_000;

    /// <summary>Told in a sentence how far it is, on long files.</summary>
    public Func<string, Task> Tell { get; init; } = _ => Task.CompletedTask;

    public bool IsSilent { get; init; }

    public DateOnly Today(Fund fund) => TurnDecider.Today(fund, Time.GetUtcNow());

    internal Task Passed(string done, long rows) => IsSilent || rows % Often != 0
        ? Task.CompletedTask
        : Tell(string.Create(CultureInfo.InvariantCulture, $"{rows:N0} rows {done}"));
}
