using System.Text.Json.Serialization;

namespace ChatChannels.Runtime.Storage.Writing;

/// <summary>How turns are read; <see cref="TurnEncoder"/> writes them.</summary>
[JsonSourceGenerationOptions(Converters = [typeof(AnswerSheetConverter), typeof(NameSetConverter)], UseStringEnumConverter = true)]
[JsonSerializable(typeof(TurnWrite))]
internal sealed partial class TurnJson : JsonSerializerContext;
