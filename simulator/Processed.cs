using System.Text.Json.Serialization;

namespace ChatChannels.Simulator;

/// <summary>How many cases one run of the processing moved.</summary>
internal sealed record Processed([property: JsonPropertyName("processed")] int Count);
