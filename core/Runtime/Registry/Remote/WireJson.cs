using System.Text.Json.Serialization;

namespace ChatChannels.Runtime.Registry.Remote;

/// <summary>How the wire's bodies are written. What the register sends beside them is passed over.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectRequiredConstructorParameters = false)]
[JsonSerializable(typeof(Wire.FindAsked))]
[JsonSerializable(typeof(Wire.NumberAsked))]
[JsonSerializable(typeof(Wire.ConfirmAsked))]
[JsonSerializable(typeof(Wire.KnownAsked))]
[JsonSerializable(typeof(Wire.ChangesAsked))]
[JsonSerializable(typeof(Wire.MemberTold))]
[JsonSerializable(typeof(Wire.ConfirmTold))]
[JsonSerializable(typeof(Wire.KnownTold))]
[JsonSerializable(typeof(Wire.ClaimsTold))]
[JsonSerializable(typeof(Wire.ChangesTold))]
[JsonSerializable(typeof(Wire.RequestBody))]
internal sealed partial class WireJson : JsonSerializerContext;
