using System.ComponentModel.DataAnnotations;
using ChatChannels.Runtime.Registry.Remote;
using Microsoft.Extensions.Options;

namespace ChatChannels.Runtime.Registry;

/// <summary>Which registers are asked, and how what waits for them is delivered.</summary>
public sealed class RegisterOptions
{
    /// <summary>The funds whose own register is asked by HTTP; every other fund has the local one.</summary>
    /// <value>The default is none.</value>
    [ValidateEnumeratedItems]
    public IReadOnlyList<RemoteRegisterOptions>? Remotes { get; set; }

    /// <summary>How often requests and late questions are looked at.</summary>
    /// <value>The default is 2 seconds; between 100 milliseconds and one minute.</value>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan Every { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long one taken by one node is left to it before another may take it; a try lasts half of it at most.</summary>
    /// <value>The default is one minute; between five seconds and one hour.</value>
    [Range(typeof(TimeSpan), "00:00:05", "01:00:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The wait after the first failed try; it doubles with each further one. Requests are tried until they are taken.</summary>
    /// <value>The default is 5 seconds; between one second and one hour.</value>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan FirstWait { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest wait between tries.</summary>
    /// <value>The default is 10 minutes; between one second and one day.</value>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan LongestWait { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How often the registers are asked which claims have changed.</summary>
    /// <value>The default is 15 minutes; between one second and one day.</value>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan ClaimsEvery { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>The wait after a number of failed tries: doubling, bounded.</summary>
    internal TimeSpan WaitAfter(int tries) =>
        TimeSpan.FromTicks((long)Math.Min(LongestWait.Ticks, FirstWait.Ticks * Math.Pow(2, tries - 1)));
}
