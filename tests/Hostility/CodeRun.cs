using System.Globalization;
using ChatChannels.Conversation.Engine;

namespace ChatChannels.Hostility;

/// <summary>
/// Guesses at codes from many lines at once, each knowing the challenge, which in the field nobody does: it is in the sealed
/// session. All that guards here is the count (promises 9 and 10).
/// </summary>
/// <param name="first">The number of the first member; later runs on one store need others.</param>
public sealed class CodeRun(CodeDesk desk, int seed, int first = 0)
{
    /// <summary>A guesser's line is this far from the member's.</summary>
    private const int Strangers = 500_000;

    private readonly Random _random = new(seed);

    /// <summary>Many parallel wrong guesses at one code, in rounds.</summary>
    public async Task<CodeReport> Wrong(int rounds, int guesses, CancellationToken cancellation)
    {
        var report = new CodeReport(seed, rounds, guesses);
        for (var round = 0; round < rounds; round++)
        {
            var (sent, code) = await Send(first + round, cancellation);
            var before = desk.Secrets.Asked;
            var exits = await Try(sent, Enumerable.Range(0, guesses).Select(_ => Other(code)), cancellation);
            var compared = desk.Secrets.Asked - before;
            var late = await Try(sent, [code], cancellation);
            report = report.With(compared, [.. exits.Where(IsRight), .. late.Where(IsRight)]);
        }

        return report;
    }

    /// <summary>The right code many times in parallel, in rounds.</summary>
    public async Task<CodeReport> Right(int rounds, int guesses, CancellationToken cancellation)
    {
        var report = new CodeReport(seed, rounds, guesses);
        for (var round = 0; round < rounds; round++)
        {
            var (sent, code) = await Send(first + round, cancellation);
            var before = desk.Secrets.Asked;
            var exits = await Try(sent, Enumerable.Repeat(code, guesses), cancellation);
            report = report.With(desk.Secrets.Asked - before, [.. exits.Where(IsRight)]);
        }

        return report;
    }

    private static bool IsRight(string exit) => exit is "right";

    private async Task<(AnswerSheet Session, string Code)> Send(int number, CancellationToken cancellation)
    {
        var member = desk.Member(number);
        var answers = AnswerSheet.None.With(ProofAnswers.Member, member.Number);
        var sent = await desk.Send(desk.Request(desk.Phone(Strangers + number), answers), cancellation);
        return (sent.Answers, CodeDesk.CodeIn(sent.Messages.Single()));
    }

    private Task<string[]> Try(AnswerSheet session, IEnumerable<string> codes, CancellationToken cancellation)
    {
        var asked = codes.Select(code => (Code: code, Line: desk.Phone(Strangers + _random.Next(Strangers)))).ToList();
        return Task.WhenAll(asked.Select(guess => Task.Run(
            async () => (await desk.Check(desk.Request(guess.Line, session), guess.Code, cancellation)).Outcome.Exit, cancellation)));
    }

    private string Other(string code)
    {
        string guess;
        do
            guess = _random.Next(100_000_000).ToString("00000000", CultureInfo.InvariantCulture);
        while (string.Equals(guess, code, StringComparison.Ordinal));
        return guess;
    }
}
