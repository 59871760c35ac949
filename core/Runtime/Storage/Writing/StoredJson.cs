using System.Text.Json.Serialization;
using ChatChannels.Services.Cases;
using ChatChannels.Services.Members;
using ChatChannels.Services.Messages;

namespace ChatChannels.Runtime.Storage.Writing;

/// <summary>How bodies are written: by name, so that fields may come and go; enumerations by name, so that they may be reordered.</summary>
[JsonSourceGenerationOptions(
    Converters = [typeof(AnswerSheetConverter)],
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(Case))]
[JsonSerializable(typeof(Member))]
[JsonSerializable(typeof(Message))]
internal sealed partial class StoredJson : JsonSerializerContext;
