namespace ChatChannels.Conversation.Engine;

/// <summary>What was left unfinished, kept aside until the person has chosen to go on and, on another call, proven to be the same.</summary>
/// <param name="Changing">The review that one answer was being changed for, as in <see cref="Session.Changing"/>.</param>
/// <param name="Own">Whether it was left in this very session, by going to the menu; then nothing needs proof.</param>
/// <param name="WrongProofs">Failed proofs so far, over all calls.</param>
/// <param name="Page">The page of a review that was read last, from 0: reading all of it may take longer than one call.</param>
public sealed record HeldStand(
    ImmutableArray<Frame> Frames,
    AnswerSheet Answers,
    ImmutableSortedSet<string> Derived,
    bool Saved,
    string? Changing = null,
    bool Own = false,
    int WrongProofs = 0,
    int Page = 0)
{
    public override string ToString() => "HeldStand { *** }";
}
