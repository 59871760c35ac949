namespace ChatChannels.Soak.Checks;

/// <summary>An acknowledged hop.</summary>
/// <param name="Hash">Of the reply, as in <see cref="HopLogReader.HashOf"/>.</param>
internal sealed record LoggedHop(string Typed, string Hash);
