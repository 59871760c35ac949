using System.Text.RegularExpressions;
using ChatChannels.Services;
using ChatChannels.Services.Requests;

namespace ChatChannels.Hostility;

/// <summary>
/// What must hold once a register that was in trouble is well again, and everything is settled: nothing wrong was told, and what was
/// accepted was delivered and answered exactly once (promises 8 and 32).
/// </summary>
public static partial class RegisterCheck
{
    /// <summary>Within this every hop is answered.</summary>
    public static readonly TimeSpan Promised = TimeSpan.FromSeconds(2.5);

    /// <summary>What does not hold, a sentence each.</summary>
    public static IReadOnlyList<string> Faults(RegisterRun run, IReadOnlyList<EndedCall> ends) =>
        [.. ends.SelectMany(Told), .. Delivered(run, ends), .. Answered(run, ends), .. Late(run)];

    /// <summary>Whether somebody was told that a request is filed.</summary>
    public static bool IsFiled(EndedCall end) => Filed().IsMatch(end.Screen);

    /// <summary>Whether somebody was given a reference, to be answered later.</summary>
    public static bool IsNoted(EndedCall end) => Noted().IsMatch(end.Screen);

    /// <summary>Nobody sees what is not theirs, and nobody unknown anything of the register.</summary>
    private static IEnumerable<string> Told(EndedCall end)
    {
        if (Claim().Matches(end.Screen).Any(shown => !end.IsKnown || !string.Equals(shown.Value, RegisterPeople.ClaimOf(end.Person), StringComparison.Ordinal)))
            yield return $"{end.Person} saw a claim of somebody else: {end.Screen}";
        if (!end.IsKnown && IsFiled(end))
            yield return $"{end.Person} is unknown, and a request was filed: {end.Screen}";
        if (end.Screen.Contains("Aucun dossier", StringComparison.Ordinal))
            yield return $"{end.Person} was told that there is no claim, and each has one: {end.Screen}";
        if (!end.Screen.StartsWith("CON ", StringComparison.Ordinal) && !end.Screen.StartsWith("END ", StringComparison.Ordinal))
            yield return $"{end.Person} got no screen: {end.Screen}";
    }

    private static IEnumerable<string> Delivered(RegisterRun run, IEnumerable<EndedCall> ends)
    {
        var asked = run.Changes.OfType<Change.Ask>().Select(change => change.Request).ToList();
        return
        [
            .. Differences("a request", asked.Select(request => request.Id.ToString()), run.Book.Requests.Select(taken => taken.Key)),
            .. Unkept("a request", ends, Filed(), asked.Select(request => request.Reference)),
        ];
    }

    private static IEnumerable<string> Answered(RegisterRun run, IEnumerable<EndedCall> ends)
    {
        var questions = run.Changes.OfType<Change.AskLater>().Select(change => change.Question).ToList();
        var sent = run.Changes.OfType<Change.Send>().Select(change => change.Message)
            .Where(message => message.Template.StartsWith("later-", StringComparison.Ordinal))
            .ToLookup(message => message.To, message => message.Text, StringComparer.Ordinal);
        return
        [
            .. Differences("a question", questions.Select(Id), run.Changes.OfType<Change.AnswerLate>().Select(change => Id(change.Question))),
            .. Unkept("a question", ends, Noted(), questions.Select(question => question.Reference)),
            .. questions.Where(question => sent[question.Caller.Value].Count(text => text.Contains(question.Reference, StringComparison.Ordinal)) is not 1)
                .Select(question => $"the answer to {question.Reference} was not sent once"),
            .. sent.Sum(texts => texts.Count()) == questions.Count ? Array.Empty<string>() : ["there are not as many answers as questions"],
        ];
    }

    private static IEnumerable<string> Late(RegisterRun run) => run.Calls.Hops.Where(took => took > Promised)
        .Select(took => $"a hop took {took.TotalSeconds:0.00} s");

    private static string Id(LateQuestion question) => question.Id.ToString();

    /// <summary>What is on one side only, or more often than on the other.</summary>
    private static IEnumerable<string> Differences(string what, IEnumerable<string> accepted, IEnumerable<string> settled)
    {
        var (left, right) = (accepted.CountBy(id => id, StringComparer.Ordinal), settled.CountBy(id => id, StringComparer.Ordinal));
        return
        [
            .. left.Except(right).Select(one => $"{what} was accepted and not settled as often: {one.Key}"),
            .. right.Except(left).Select(one => $"{what} was settled and not accepted as often: {one.Key}"),
        ];
    }

    private static IEnumerable<string> Unkept(string what, IEnumerable<EndedCall> ends, Regex told, IEnumerable<string> kept) => ends
        .Select(end => told.Match(end.Screen)).Where(match => match.Success).Select(match => match.Groups["reference"].Value)
        .Except(kept, StringComparer.Ordinal)
        .Select(reference => $"{what} was told of, and is kept nowhere: {reference}");

    [GeneratedRegex("Demande (?<reference>[0-9]{8}) enregistr", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Filed();

    [GeneratedRegex("référence (?<reference>[0-9]{8}) :", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Noted();

    [GeneratedRegex("(?<![0-9])77[0-9]{5}(?![0-9])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Claim();
}
