namespace ChatChannels.Services.Messages;

/// <summary>Where one message goes.</summary>
/// <param name="To">E.164 number, or e-mail address. Personal.</param>
/// <param name="Person">The number of the person it is for, whose key seals it. Personal.</param>
/// <param name="Expires">After this instant it is worth nothing and is not sent any more.</param>
public sealed record Destination(string To, string Person, DateTimeOffset Expires)
{
    public override string ToString() => "Destination { *** }";
}
