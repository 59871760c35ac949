using System.Text.Json.Serialization;
using ChatChannels.Services.HandOvers;

namespace ChatChannels.Runtime.Storage.HandOvers;

/// <summary>How hand-overs are written: by name, so that fields may come and go.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, IgnoreReadOnlyProperties = true, UseStringEnumConverter = true)]
[JsonSerializable(typeof(HandOver))]
internal sealed partial class HandOverJson : JsonSerializerContext;
