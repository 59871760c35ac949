using System.ComponentModel.DataAnnotations;

namespace ChatChannels.Runtime.Delivery;

/// <summary>How messages leave the outbox.</summary>
public sealed class DeliveryOptions
{
    /// <summary>How often the outbox is looked at.</summary>
    /// <value>The default is one second; between 100 milliseconds and one minute.</value>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan Every { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a message taken by one node is left to it before another may take it.</summary>
    /// <value>The default is one minute; between five seconds and one hour.</value>
    [Range(typeof(TimeSpan), "00:00:05", "01:00:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Tries before a message is given up.</summary>
    /// <value>The default is 12; between 1 and 100.</value>
    [Range(1, 100)]
    public int Tries { get; set; } = 12;

    /// <summary>The wait after the first failed try; it doubles with each further one.</summary>
    /// <value>The default is 5 seconds; between one second and one hour.</value>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan FirstWait { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest wait between tries.</summary>
    /// <value>The default is one hour; between one second and one day.</value>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan LongestWait { get; set; } = TimeSpan.FromHours(1);
}
