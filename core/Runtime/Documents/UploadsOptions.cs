using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace ChatChannels.Runtime.Documents;

/// <summary>How much this node takes of the files that persons send by the web. Beyond it they are asked to try again.</summary>
public sealed class UploadsOptions
{
    /// <summary>The least of the budgets: each holds the largest file there is.</summary>
    private const int Least = 32 * 1024 * 1024;

    /// <summary>Files on their way at once. One takes some 64 KB of memory until it is there whole; meanwhile it lies sealed in the folder for temporary files.</summary>
    /// <value>The default is 64; from 1 to 10,000.</value>
    [Range(1, 10_000)]
    public int AtOnce { get; set; } = 64;

    /// <summary>The same, of one network address, behind which may be thousands of phones.</summary>
    /// <value>The default is 16; from 1 to 10,000.</value>
    [Range(1, 10_000)]
    public int AtOncePerNetwork { get; set; } = 16;

    /// <summary>Octets a minute, of all.</summary>
    /// <value>The default is 67,108,864 (64 MiB); from 33,554,432 to 1,099,511,627,776.</value>
    [Range(Least, 1L << 40)]
    public long OctetsPerMinute { get; set; } = 64 * 1024 * 1024;

    /// <summary>Octets a day of one network address.</summary>
    /// <value>The default is 1,073,741,824 (1 GiB); from 33,554,432 to 1,099,511,627,776.</value>
    [Range(Least, 1L << 40)]
    public long OctetsPerDayOfNetwork { get; set; } = 1024 * 1024 * 1024;
}

/// <summary>Holds the options against their attributes.</summary>
[OptionsValidator]
internal sealed partial class UploadsOptionsCheck : IValidateOptions<UploadsOptions>;
