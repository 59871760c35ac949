namespace ChatChannels.Services.Verification;

/// <summary>What an operator knows of a number (CAMARA SIM Swap, Number Recycling). Most cannot say: then the register's date alone counts.</summary>
public interface ILineHistory
{
    /// <summary>Whether the number was given to somebody else since it is on file, or its SIM was changed of late.</summary>
    /// <param name="lately">Changes of the SIM before that day do not matter any more.</param>
    /// <returns>Null where it is not known.</returns>
    Task<bool?> HasChanged(string phone, DateOnly onFileSince, DateOnly lately, CancellationToken cancellation);
}
