namespace ChatChannels.ReferenceRegister;

/// <summary>What goes wrong with one call.</summary>
internal enum Fault
{
    None,
    Cut,
    Error,
    LostAnswer,
}
