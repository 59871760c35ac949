namespace ChatChannels.ReferenceRegister;

/// <summary>What goes wrong, to be switched while the register runs.</summary>
/// <param name="seed">Which calls fail: the same for the same seed and order.</param>
public sealed class Faults(int seed)
{
    private readonly Lock _turn = new();
    private readonly Random _chance = new(seed);

    /// <summary>How long every answer takes.</summary>
    public TimeSpan Slowness { get; set; }

    /// <summary>The share of calls that are answered by 503, from 0 to 1.</summary>
    public double Errors { get; set; }

    /// <summary>The share of calls whose answer is lost after they were carried out, from 0 to 1.</summary>
    public double LostAnswers { get; set; }

    /// <summary>Whether connections are cut before anything is read.</summary>
    public bool IsDown { get; set; }

    /// <summary>Calls that came in.</summary>
    public int Calls { get; private set; }

    /// <summary>Everything works again.</summary>
    public void Mend() => (Slowness, Errors, LostAnswers, IsDown) = (TimeSpan.Zero, 0, 0, false);

    internal Fault Next()
    {
        lock (_turn)
        {
            Calls++;
            if (IsDown)
                return Fault.Cut;
            if (_chance.NextDouble() < Errors)
                return Fault.Error;
            return _chance.NextDouble() < LostAnswers ? Fault.LostAnswer : Fault.None;
        }
    }
}
