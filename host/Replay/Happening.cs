namespace ChatChannels.Host.Replay;

/// <summary>What the person, the network or the clock does. A closed family.</summary>
public abstract record Happening
{
    private Happening()
    {
    }

    /// <summary>A new session of the gateway.</summary>
    public sealed record Dials(string Code) : Happening
    {
        public override string ToString() => $"> {Code}";
    }

    /// <summary>An answer on the running session.</summary>
    public sealed record Types(string Text) : Happening
    {
        public override string ToString() => Text.Length == 0 ? ">" : $"> {Text}";
    }

    /// <summary>The touch of a button on the screen, by its key.</summary>
    public sealed record Touches(string Key) : Happening
    {
        public override string ToString() => $"> [{Key}]";
    }

    /// <summary>The person types the code that was sent last, to whichever phone or address.</summary>
    public sealed record TypesCode : Happening
    {
        public override string ToString() => "> (the code)";
    }

    /// <summary>The person sends a file of <see cref="SampleFiles"/>.</summary>
    public sealed record Sends(string File) : Happening
    {
        public override string ToString() => $"> (sends {File})";
    }

    /// <summary>The person opens the link that was sent last for a paper, and sends a photo there.</summary>
    public sealed record SendsByLink : Happening
    {
        public override string ToString() => "> (a photo, by the link)";
    }

    /// <summary>The gateway sends its last request once more.</summary>
    public sealed record Again : Happening
    {
        public override string ToString() => "> (again)";
    }

    /// <summary>The person hangs up, and the gateway says so.</summary>
    public sealed record HangsUp : Happening
    {
        public override string ToString() => "> (hang up)";
    }

    /// <summary>A processing run.</summary>
    public sealed record Processing : Happening
    {
        public override string ToString() => "> (processing run)";
    }

    /// <summary>From here on the person calls from another phone.</summary>
    public sealed record ChangesPhone(string Phone) : Happening
    {
        public override string ToString() => $"> (from {Phone})";
    }

    /// <summary>From here on a service action fails, is limited as after too many requests, or works again.</summary>
    public sealed record Breaks(string Action, bool Fails, bool IsLimited = false) : Happening
    {
        public override string ToString() => $"> ({Action} {(Fails ? "fails" : IsLimited ? "is limited" : "works")})";
    }

    /// <summary>The agent signs in at the desk of every fund.</summary>
    public sealed record AgentSignsIn : Happening
    {
        public override string ToString() => "% signs in";
    }

    /// <summary>The agent signs out.</summary>
    public sealed record AgentSignsOut : Happening
    {
        public override string ToString() => "% signs out";
    }

    /// <summary>An agent takes whoever has waited longest.</summary>
    public sealed record AgentTakes : Happening
    {
        public override string ToString() => "% takes";
    }

    /// <summary>The agent says something.</summary>
    public sealed record AgentSays(string Text) : Happening
    {
        public override string ToString() => $"% says {Text}";
    }

    /// <summary>The agent gives the person back.</summary>
    public sealed record AgentReturns : Happening
    {
        public override string ToString() => "% returns";
    }

    /// <summary>It is seen to that those whom nobody answered in time wait no longer.</summary>
    public sealed record NobodyAnswers : Happening
    {
        public override string ToString() => "% nobody answers";
    }

    /// <summary>Time passes.</summary>
    public sealed record TimePasses(TimeSpan Time) : Happening
    {
        public override string ToString() => "~ " + FormattableString.Invariant(Written(Time));

        private static FormattableString Written(TimeSpan time) => time switch
        {
            _ when time.Ticks % TimeSpan.TicksPerDay == 0 => $"{time.TotalDays}d",
            _ when time.Ticks % TimeSpan.TicksPerHour == 0 => $"{time.TotalHours}h",
            _ when time.Ticks % TimeSpan.TicksPerMinute == 0 => $"{time.TotalMinutes}m",
            _ => $"{time.TotalSeconds}s",
        };
    }
}
