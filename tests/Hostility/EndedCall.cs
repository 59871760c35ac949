namespace ChatChannels.Hostility;

/// <summary>How a call ended.</summary>
/// <param name="Person">Who called, as in <see cref="RegisterPeople"/>.</param>
/// <param name="Screen">The last one.</param>
public sealed record EndedCall(int Person, string Screen)
{
    public bool IsKnown => RegisterPeople.IsKnown(Person);
}
