using System.Globalization;
using ChatChannels.Services;

namespace ChatChannels.Tests.Pages;

/// <summary>Ids in the order in which they were asked for.</summary>
internal sealed class CountingIds : IIdSource
{
    private int _last;

    public Guid NextId() => new(++_last, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);

    public string NextDigits(int count) => (++_last).ToString(CultureInfo.InvariantCulture).PadLeft(count, '0');
}
