using ChatChannels.Conversation.StateMachines;

namespace ChatChannels.Services.Verification;

/// <summary>The life of a challenge: a few tries, one success (NIST SP 800-63B-4, 3.1.3; OWASP ASVS 5.0, V6.5.1 and V6.6.3).</summary>
public static class ChallengeLife
{
    public static readonly StateMachine<ChallengeState, ChallengeTrigger, (Challenge Challenge, int Most), Change> Machine =
        StateMachine<ChallengeState, ChallengeTrigger, (Challenge Challenge, int Most), Change>.Declare(ChallengeState.Open, life =>
        {
            life.Configure(ChallengeState.Open)
                .Permit(ChallengeTrigger.Right, ChallengeState.Used)
                .PermitIf(ChallengeTrigger.Wrong, ChallengeState.Spent, tried => tried.Challenge.Checks >= tried.Most, "it was the last try")
                .PermitReentry(ChallengeTrigger.Wrong)
                .Permit(ChallengeTrigger.Lapse, ChallengeState.Expired);
            life.Configure(ChallengeState.Used);
            life.Configure(ChallengeState.Spent);
            life.Configure(ChallengeState.Expired);
        });

    /// <summary>Where a challenge stands at the moment of a try that is counted already.</summary>
    /// <param name="most">How many tries there are.</param>
    public static ChallengeState StateOf(Challenge challenge, int most, DateTimeOffset now)
    {
        if (challenge.IsUsed)
            return ChallengeState.Used;
        if (now >= challenge.Expires)
            return ChallengeState.Expired;
        return challenge.Checks > most ? ChallengeState.Spent : ChallengeState.Open;
    }

    /// <summary>Where a try leads.</summary>
    public static ChallengeState Try(Challenge challenge, int most, bool isRight) =>
        Machine.Fire(ChallengeState.Open, isRight ? ChallengeTrigger.Right : ChallengeTrigger.Wrong, (challenge, most))
            is Firing<ChallengeState, ChallengeTrigger, Change>.Moved moved
            ? moved.Transition.To
            : ChallengeState.Spent;
}
