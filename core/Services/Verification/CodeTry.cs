namespace ChatChannels.Services.Verification;

/// <summary>A try of a code, to be counted.</summary>
/// <param name="Challenge">The id of the challenge, as the session holds it.</param>
/// <param name="Line">Who tries. Personal.</param>
/// <param name="Day">In the fund's time zone.</param>
public sealed record CodeTry(string Challenge, string Line, CodePolicy Policy, DateOnly Day, DateTimeOffset Now)
{
    public override string ToString() => "CodeTry { *** }";
}
