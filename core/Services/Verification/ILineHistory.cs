namespace ChatChannels.Services.Verification;

/// <summary>
/// What is known of the hands that a number is in: by an operator (CAMARA SIM Swap, Number Recycling), or by what this service has seen
/// of it itself. Unknown is an answer of its own: such a line proves possession, and not enough for passwords, money and numbers.
/// </summary>
public interface ILineHistory
{
    /// <summary>Whether the number was given to somebody else since it is on file, or its SIM was changed of late.</summary>
    /// <param name="lately">Changes of the SIM before that day do not matter any more.</param>
    /// <returns>Null where it is not known.</returns>
    Task<bool?> HasChanged(string phone, DateOnly onFileSince, DateOnly lately, DateOnly today, CancellationToken cancellation);
}
