using System.Text.RegularExpressions;
using ChatChannels.ReferenceRegister;
using ChatChannels.Services;

namespace ChatChannels.Tests.Runtime.Registry;

/// <summary>
/// People call while the fund's register is in trouble: every hop is answered in time, nothing wrong is told, and what was accepted
/// is delivered exactly once when the register is well again (promises 8 and 32).
/// </summary>
public sealed partial class FaultRunTests(ITestOutputHelper output)
{
    private const int People = 48;
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(2.5);

    [Fact]
    public async Task Calls_RegisterWell_AreServed()
    {
        await using var run = await FaultRun.Start(People);

        var certificates = await run.AskForCertificates(0, 16);
        var claims = await run.AskForClaims(16, 16);

        Assert.All(certificates.Where(end => end.IsKnown), end => Assert.Matches(Filed(), end.Screen));
        Assert.All(claims.Where(end => end.IsKnown), end => Assert.Contains(FaultRun.ClaimOf(end.Person), end.Screen, StringComparison.Ordinal));
        await run.Settle(TimeSpan.Zero);
        AssertRight(run, [.. certificates, .. claims]);
    }

    [Theory]
    [InlineData(30, 0, 0)]
    [InlineData(1, 0, 0)]
    [InlineData(0, 0.5, 0)]
    [InlineData(0, 0.2, 0.3)]
    public async Task Calls_RegisterSlowOrFailing_AreAnsweredInTimeAndSettledLater(double seconds, double errors, double lost)
    {
        await using var run = await FaultRun.Start(People);
        Fail(run.Faults, seconds, errors, lost);

        var ends = await Call(run);
        await run.Settle(TimeSpan.FromHours(seconds > 0 ? 0 : 1));

        run.Faults.Mend();
        await run.Settle(TimeSpan.FromHours(2));
        AssertRight(run, ends);
        Assert.InRange(run.Slowest, TimeSpan.Zero, Promised);
    }

    [Fact]
    public async Task Calls_RegisterDownForADay_AreAnsweredInTimeAndSettledLater()
    {
        await using var run = await FaultRun.Start(People);
        var before = await run.AskForCertificates(0, 16); // accepted, and not delivered yet
        run.Faults.IsDown = true;
        var during = await run.AskForCertificates(16, 16);
        await run.Settle(TimeSpan.FromDays(1));
        Assert.Empty(run.Book.Requests);

        run.Faults.Mend();
        await run.Settle(TimeSpan.FromHours(1));

        Assert.All(during, end => Assert.Matches(Noted(), end.Screen));
        AssertRight(run, [.. before, .. during]);
        Assert.InRange(run.Slowest, TimeSpan.Zero, Promised);
    }

    private static void Fail(Faults faults, double seconds, double errors, double lost) =>
        (faults.Slowness, faults.Errors, faults.LostAnswers) = (TimeSpan.FromSeconds(seconds), errors, lost);

    private static async Task<IReadOnlyList<FaultRun.Ended>> Call(FaultRun run) =>
        [.. await run.AskForCertificates(0, People / 2), .. await run.AskForClaims(People / 2, People / 2)];

    private void AssertRight(FaultRun run, IReadOnlyList<FaultRun.Ended> ends)
    {
        output.WriteLine($"{ends.Count} calls, {run.Book.Requests.Count} requests taken, the slowest hop {run.Slowest.TotalSeconds:0.00} s");
        foreach (var kind in ends.GroupBy(end => Digits().Replace(end.Screen, "n"), StringComparer.Ordinal))
            output.WriteLine($"{kind.Count()} x {kind.Key}");
        AssertToldRight(ends);
        AssertDeliveredOnce(run, ends);
        AssertAnsweredOnce(run, ends);
    }

    /// <summary>Nobody sees what is not theirs, and nobody unknown anything of the register.</summary>
    private static void AssertToldRight(IEnumerable<FaultRun.Ended> ends)
    {
        foreach (var end in ends)
        {
            Assert.All(Claim().Matches(end.Screen), shown => Assert.True(end.IsKnown && string.Equals(shown.Value, FaultRun.ClaimOf(end.Person), StringComparison.Ordinal), end.Screen));
            Assert.True(end.IsKnown || !Filed().IsMatch(end.Screen), end.Screen);
            Assert.DoesNotContain("Aucun dossier", end.Screen, StringComparison.Ordinal); // each has one
        }
    }

    private static void AssertDeliveredOnce(FaultRun run, IEnumerable<FaultRun.Ended> ends)
    {
        var asked = run.Changes.OfType<Change.Ask>().Select(change => change.Request).ToList();
        Assert.Equal(asked.Select(request => request.Id.ToString()).Order(StringComparer.Ordinal), run.Book.Requests.Select(taken => taken.Key).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Empty(References(ends, Filed()).Except(asked.Select(request => request.Reference), StringComparer.Ordinal));
    }

    private static void AssertAnsweredOnce(FaultRun run, IEnumerable<FaultRun.Ended> ends)
    {
        var questions = run.Changes.OfType<Change.AskLater>().Select(change => change.Question).ToList();
        var answered = run.Changes.OfType<Change.AnswerLate>().Select(change => change.Question.Id);
        Assert.Equal(questions.Select(question => question.Id).Order(), answered.Order());
        Assert.Empty(References(ends, Noted()).Except(questions.Select(question => question.Reference), StringComparer.Ordinal));
        var sent = run.Changes.OfType<Change.Send>().Select(change => change.Message).Where(message => message.Template.StartsWith("later-", StringComparison.Ordinal)).ToList();
        Assert.All(questions, question => Assert.Single(sent, message => message.Text.Contains(question.Reference, StringComparison.Ordinal) && string.Equals(message.To, question.Caller.Value, StringComparison.Ordinal)));
        Assert.Equal(questions.Count, sent.Count);
    }

    private static IEnumerable<string> References(IEnumerable<FaultRun.Ended> ends, Regex told) =>
        ends.Select(end => told.Match(end.Screen)).Where(match => match.Success).Select(match => match.Groups["reference"].Value);

    [GeneratedRegex("Demande (?<reference>[0-9]{8}) enregistr", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Filed();

    [GeneratedRegex("référence (?<reference>[0-9]{8}) :", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Noted();

    [GeneratedRegex("(?<![0-9])77[0-9]{5}(?![0-9])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Claim();

    [GeneratedRegex("[0-9]{4,}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Digits();
}
