using System.Text.Json;
using System.Text.Json.Serialization;
using ChatChannels.Conversation.Engine;

namespace ChatChannels.Runtime.Storage.Writing;

/// <summary>Answers as a plain object; read back in ordinal order, whatever the node's culture.</summary>
internal sealed class AnswerSheetConverter : JsonConverter<AnswerSheet>
{
    public override AnswerSheet Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var values = AnswerSheet.None.Values.ToBuilder();
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            reader.Read();
            values[name] = reader.GetString()!;
        }

        return new AnswerSheet(values.ToImmutable());
    }

    public override void Write(Utf8JsonWriter writer, AnswerSheet value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (name, canonical) in value.Values)
            writer.WriteString(name, canonical);
        writer.WriteEndObject();
    }
}
