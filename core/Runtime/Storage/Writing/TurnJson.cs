using System.Text.Json.Serialization;

namespace ChatChannels.Runtime.Storage.Writing;

/// <summary>How turns are written: as <see cref="StoredJson"/>, and short, since every hop writes one; what is not there has its default.</summary>
[JsonSourceGenerationOptions(
    Converters = [typeof(AnswerSheetConverter), typeof(NameSetConverter)],
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(TurnWrite))]
internal sealed partial class TurnJson : JsonSerializerContext;
