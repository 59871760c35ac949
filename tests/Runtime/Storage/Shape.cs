using System.Text.Json;

namespace ChatChannels.Tests.Runtime.Storage;

/// <summary>Everything a value holds, by plain reflection, so that two can be compared whatever collections they are made of.</summary>
internal static class Shape
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    public static string Of<T>(T value) => JsonSerializer.Serialize(value, Readable);
}
