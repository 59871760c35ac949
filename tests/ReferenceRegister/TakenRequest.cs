namespace ChatChannels.ReferenceRegister;

/// <summary>A request that the register has taken, once.</summary>
/// <param name="Body">The whole body, to tell a repetition from something else under the same key.</param>
/// <param name="Seen">How often it was sent.</param>
public sealed record TakenRequest(string Key, string Body, int Seen);
