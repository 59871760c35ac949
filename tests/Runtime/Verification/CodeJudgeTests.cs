using ChatChannels.Conversation.Answers;
using ChatChannels.Services.Verification;

namespace ChatChannels.Tests.Runtime.Verification;

/// <summary>The rules of codes, gone through whole: every count around every limit, used or not, over or not, right or wrong.</summary>
public sealed class CodeJudgeTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 5, 12, 0, 0, TimeSpan.Zero);
    private static readonly CodePolicy Policy = new(AnswerSettings.None);

    private static readonly int[] AroundTen = [1, 10, 11];
    private static readonly int[] AroundHundred = [1, 100, 101];
    private static readonly int[] AroundNow = [-1, 0, 1];
    private static readonly int[] Tries = [1, 2, 3, 4, 1000];
    private static readonly string[] Hashes = ["right", "wrong"];
    private static readonly bool[] Both = [false, true];

    [Fact]
    public void Judge_EveryCount_IsRightOnlyWithinEveryLimit()
    {
        var seen = 0;
        foreach (var count in Counts())
        {
            var compared = 0;
            var verdict = CodeJudge.Judge(count, Policy, Now, () => Compare(ref compared));
            var mayBe = count.Line <= 10 && count.Today <= 10 && count.Ever <= 100
                && count.Challenge is { IsUsed: false, Checks: <= 3 } challenge && challenge.Expires > Now;

            Assert.Equal(mayBe ? 1 : 0, compared);
            Assert.Equal(mayBe && count.Challenge!.Hash is "right", verdict is CodeVerdict.Right);
            Assert.Equal(count.Line > 10, verdict is CodeVerdict.Locked);
            seen++;
        }

        Assert.Equal(3 * (1 + (2 * 2 * 3 * 5)) * 3 * 3, seen);
    }

    [Theory]
    [InlineData(1, CodeVerdict.Wrong)]
    [InlineData(2, CodeVerdict.Wrong)]
    [InlineData(3, CodeVerdict.Spent)]
    [InlineData(4, CodeVerdict.Spent)]
    public void Judge_WrongCode_IsSpentWithTheLastTry(int checks, CodeVerdict verdict) => Assert.Equal(
        verdict, CodeJudge.Judge(new CodeCount(1, Challenge("wrong", checks), 1, 1), Policy, Now, () => "right"));

    [Theory]
    [InlineData("checks", "1000", 3)]
    [InlineData("checks", "0", 1)]
    [InlineData("failures-per-day", "1000", 10)]
    [InlineData("failures-ever", "100000", 100)]
    [InlineData("minutes", "600", 60)]
    [InlineData("per-day", "99999999999999", 20)]
    public void Policy_BeyondWhatIsSafe_IsBounded(string rule, string value, int held)
    {
        var policy = new CodePolicy(AnswerSettings.None with { Values = AnswerSettings.None.Values.Add(rule, value) });

        Assert.Equal(held, rule switch
        {
            "checks" => policy.Checks,
            "failures-per-day" => policy.FailuresPerDay,
            "failures-ever" => policy.FailuresEver,
            "minutes" => (int)policy.Lifetime.TotalMinutes,
            _ => policy.PerDay,
        });
    }

    private static string Compare(ref int compared)
    {
        compared++;
        return "right";
    }

    private static IEnumerable<CodeCount> Counts() =>
        from line in AroundTen
        from challenge in Challenges()
        from today in AroundTen
        from ever in AroundHundred
        select new CodeCount(line, challenge, today, ever);

    private static IEnumerable<Challenge?> Challenges() =>
        (from hash in Hashes
         from used in Both
         from left in AroundNow
         from checks in Tries
         select (Challenge?)(Challenge(hash, checks) with { IsUsed = used, Expires = Now.AddTicks(left) })).Append(null);

    private static Challenge Challenge(string hash, int checks) => new("id", hash, Now.AddMinutes(1)) { Checks = checks };
}
