namespace ChatChannels.Tests.Laws;

/// <summary>How a law is asserted: it fails with the names of all that break it.</summary>
internal static class Law
{
    public static void NobodyBreaks(string law, IEnumerable<string> offenders)
    {
        var names = offenders.Order(StringComparer.Ordinal).ToList();
        Assert.True(names.Count is 0, $"{law}\n  {string.Join("\n  ", names)}");
    }
}
