namespace ChatChannels.Conversation;

/// <summary>Where a person is reached, and how far it is proven that the address is theirs.</summary>
/// <param name="Channel">The channel the value belongs to.</param>
/// <param name="Value">An E.164 phone number, an e-mail address, or the channel's own id of the person; personal, so masked when printed.</param>
/// <param name="Proof">What the channel itself proves: <see cref="Proof.Possessed"/> behind an authenticated gateway.</param>
public sealed record Address(Channel Channel, string Value, Proof Proof = Proof.None)
{
    /// <summary>The number that can be called or texted, E.164 (at most 15 digits); null where the channel knows none.</summary>
    public string? Phone => Value is ['+', _, ..] and { Length: <= 16 } && !Value.AsSpan(1).ContainsAnyExceptInRange('0', '9') ? Value : null;

    public override string ToString() => $"{Channel}:***{(Value.Length > 4 ? Value[^2..] : "")}";
}
