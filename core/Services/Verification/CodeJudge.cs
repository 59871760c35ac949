using System.Security.Cryptography;
using System.Text;

namespace ChatChannels.Services.Verification;

/// <summary>Decides on a try that is counted and on disk. Pure.</summary>
public static class CodeJudge
{
    /// <summary>
    /// The verdict. Too many failures against a person are not told to whoever tries: it would tell that there is such a
    /// person, and no code of theirs is compared any more.
    /// </summary>
    /// <param name="given">The hash of the code that was given; asked for only when it is to be compared.</param>
    public static CodeVerdict Judge(CodeCount count, CodePolicy policy, DateTimeOffset now, Func<string> given)
    {
        if (count.Line > policy.FailuresPerDay)
            return CodeVerdict.Locked;
        if (count.Challenge is not { } challenge || ChallengeLife.StateOf(challenge, policy.Checks, now) is not ChallengeState.Open)
            return CodeVerdict.Spent;
        var isMuted = count.Today > policy.FailuresPerDay || count.Ever > policy.FailuresEver;
        return ChallengeLife.Try(challenge, policy.Checks, !isMuted && Matches(challenge.Hash, given())) switch
        {
            ChallengeState.Used => CodeVerdict.Right,
            ChallengeState.Open => CodeVerdict.Wrong,
            _ => CodeVerdict.Spent,
        };
    }

    private static bool Matches(string hash, string given) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(hash), Encoding.ASCII.GetBytes(given));
}
