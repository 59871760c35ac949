using System.Text.RegularExpressions;
using ChatChannels.Hostility;

namespace ChatChannels.Tests.Runtime.Registry;

/// <summary>
/// People call while the fund's register is in trouble: every hop is answered in time, nothing wrong is told, and what was accepted
/// is delivered exactly once when the register is well again (promises 8 and 32). The soak program plays the long form.
/// </summary>
public sealed partial class FaultRunTests(ITestOutputHelper output)
{
    private const int People = 48;
    private const int Seed = 20_261_121;

    public static TheoryData<string> Troubles => [.. Trouble.All.Select(trouble => trouble.Name)];

    [Fact]
    public async Task Calls_RegisterWell_AreServed()
    {
        await using var run = await RegisterRun.Start(People, Seed);

        var certificates = await run.AskForCertificates(0, 16);
        var claims = await run.AskForClaims(16, 16);

        Assert.All(certificates.Where(end => end.IsKnown), end => Assert.True(RegisterCheck.IsFiled(end), end.Screen));
        Assert.All(claims.Where(end => end.IsKnown), end => Assert.Contains(RegisterPeople.ClaimOf(end.Person), end.Screen, StringComparison.Ordinal));
        Assert.Equal(12, certificates.Count(RegisterCheck.IsFiled));
        await run.Settle(TimeSpan.Zero);
        AssertRight(run, [.. certificates, .. claims]);
    }

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task Calls_RegisterInTrouble_AreAnsweredInTimeAndSettledLater(string name)
    {
        await using var run = await RegisterRun.Start(People, Seed);

        AssertRight(run, await Trouble.All.Single(trouble => string.Equals(trouble.Name, name, StringComparison.Ordinal)).Befall(run, People));
    }

    [Fact]
    public async Task Calls_RegisterDown_AreNotedAndNothingIsTakenMeanwhile()
    {
        await using var run = await RegisterRun.Start(People, Seed);
        var before = await run.AskForCertificates(0, 16); // accepted, and not delivered yet
        run.Faults.IsDown = true;
        var during = await run.AskForCertificates(16, 16);
        await run.Settle(TimeSpan.FromHours(6));
        Assert.Empty(run.Book.Requests);

        run.Faults.Mend();
        await run.Settle(TimeSpan.FromHours(1));

        Assert.All(during, end => Assert.True(RegisterCheck.IsNoted(end), end.Screen));
        AssertRight(run, [.. before, .. during]);
    }

    [Fact]
    public async Task Faults_WhatIsWrong_IsFound()
    {
        await using var run = await RegisterRun.Start(People, Seed);
        var ends = await run.AskForCertificates(0, 4);
        Assert.Contains(RegisterCheck.Faults(run, ends), fault => fault.StartsWith("a request was accepted and not settled", StringComparison.Ordinal));
        await run.Settle(TimeSpan.Zero);
        Assert.Empty(RegisterCheck.Faults(run, ends));
        var stranger = RegisterPeople.Strangers + 3;

        Assert.NotEmpty(RegisterCheck.Faults(run, [new EndedCall(1, $"END {RegisterPeople.ClaimOf(2)}")]));
        Assert.NotEmpty(RegisterCheck.Faults(run, [new EndedCall(stranger, $"END {RegisterPeople.ClaimOf(3)}")]));
        Assert.NotEmpty(RegisterCheck.Faults(run, [new EndedCall(1, "END Demande 99999999 enregistrée.")]));
        Assert.NotEmpty(RegisterCheck.Faults(run, [ends[0] with { Person = stranger }]));
        Assert.NotEmpty(RegisterCheck.Faults(run, [new EndedCall(1, "END Noté, référence 99999999 : attendez.")]));
        Assert.NotEmpty(RegisterCheck.Faults(run, [new EndedCall(1, "END Aucun dossier n’est enregistré.")]));
        Assert.NotEmpty(RegisterCheck.Faults(run, [new EndedCall(1, "500 ")]));
        run.Book.Take("once-more", "{}");
        Assert.Contains("a request was settled and not accepted as often: once-more", RegisterCheck.Faults(run, ends), StringComparer.Ordinal);
    }

    private void AssertRight(RegisterRun run, IReadOnlyList<EndedCall> ends)
    {
        output.WriteLine($"{ends.Count} calls, {run.Book.Requests.Count} requests taken, the slowest hop {run.Calls.Slowest.TotalSeconds:0.00} s, seed {Seed}");
        foreach (var kind in ends.GroupBy(end => Digits().Replace(end.Screen, "n"), StringComparer.Ordinal))
            output.WriteLine($"{kind.Count()} x {kind.Key}");
        Assert.Empty(RegisterCheck.Faults(run, ends));
    }

    [GeneratedRegex("[0-9]{4,}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Digits();
}
