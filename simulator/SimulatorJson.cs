using System.Text.Json.Serialization;
using ChatChannels.Simulator.World;

namespace ChatChannels.Simulator;

/// <summary>The shapes that leave for the page, compiled instead of reflected.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IReadOnlyList<SimulatedFund>))]
[JsonSerializable(typeof(IReadOnlyList<SamplePerson>))]
[JsonSerializable(typeof(IReadOnlyList<SimulatedMessage>))]
[JsonSerializable(typeof(SimulatedStand))]
[JsonSerializable(typeof(Processed))]
internal sealed partial class SimulatorJson : JsonSerializerContext;
