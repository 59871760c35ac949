using System.Collections.Immutable;
using ChatChannels.ReferenceRegister;

namespace ChatChannels.Hostility;

/// <summary>What is wrong with a register for a while.</summary>
public sealed record Trouble(string Name)
{
    public static readonly ImmutableArray<Trouble> All =
    [
        new("well"),
        new("slow, 30 s") { Slowness = TimeSpan.FromSeconds(30) },
        new("slow, 1 s") { Slowness = TimeSpan.FromSeconds(1) },
        new("half errors") { Errors = 0.5, Lasts = TimeSpan.FromHours(1) },
        new("answers lost") { Errors = 0.2, LostAnswers = 0.3, Lasts = TimeSpan.FromHours(1) },
        new("down for a day") { IsDown = true, Lasts = TimeSpan.FromDays(1) },
    ];

    /// <summary>How long every answer takes.</summary>
    public TimeSpan Slowness { get; init; }

    /// <summary>The share of calls that fail.</summary>
    public double Errors { get; init; }

    /// <summary>The share of calls that are carried out, and whose answer is lost.</summary>
    public double LostAnswers { get; init; }

    public bool IsDown { get; init; }

    /// <summary>How long deliveries are tried while it lasts, by the service's clock.</summary>
    public TimeSpan Lasts { get; init; }

    public void Bring(Faults faults) =>
        (faults.Slowness, faults.Errors, faults.LostAnswers, faults.IsDown) = (Slowness, Errors, LostAnswers, IsDown);

    /// <summary>People call before and meanwhile; then the register is well again, and everything is settled. How the calls ended.</summary>
    public async Task<IReadOnlyList<EndedCall>> Befall(RegisterRun run, int people)
    {
        var third = people / 3;
        var before = await run.AskForCertificates(0, third); // accepted, and not delivered yet
        Bring(run.Faults);
        var requests = await run.AskForCertificates(third, third);
        var claims = await run.AskForClaims(2 * third, people - (2 * third));
        await run.Settle(Lasts);
        run.Faults.Mend();
        await run.Settle(TimeSpan.FromHours(2));
        return [.. before, .. requests, .. claims];
    }

    public override string ToString() => Name;
}
