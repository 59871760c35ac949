using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChatChannels.Runtime.Storage.Writing;

/// <summary>A set of names as a plain array; read back in ordinal order, whatever the node's culture.</summary>
internal sealed class NameSetConverter : JsonConverter<ImmutableSortedSet<string>>
{
    public static readonly ImmutableSortedSet<string> None = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    public override ImmutableSortedSet<string> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var names = None.ToBuilder();
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
            names.Add(reader.GetString()!);
        return names.ToImmutable();
    }

    public override void Write(Utf8JsonWriter writer, ImmutableSortedSet<string> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var name in value)
            writer.WriteStringValue(name);
        writer.WriteEndArray();
    }
}
