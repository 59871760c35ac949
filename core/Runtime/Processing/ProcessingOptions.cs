using System.ComponentModel.DataAnnotations;

namespace ChatChannels.Runtime.Processing;

/// <summary>When validated files are processed.</summary>
public sealed class ProcessingOptions
{
    /// <summary>The interval between runs (CNPS-18: 15 minutes).</summary>
    /// <value>The default is 15 minutes; between one second and one day.</value>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan Every { get; set; } = TimeSpan.FromMinutes(15);
}
