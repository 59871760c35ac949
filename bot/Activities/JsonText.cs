using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace ChatChannels.Bot.Activities;

/// <summary>Writes JSON by hand, in a room that each thread keeps.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), SkipValidation = true };

    [ThreadStatic]
    private static Utf8JsonWriter? _json;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _room;

    /// <summary>The JSON of something.</summary>
    /// <param name="write">Writes it; asks for no other text meanwhile.</param>
    public static string Of<T>(T something, Action<Utf8JsonWriter, T> write) => Encoding.UTF8.GetString(Bytes(something, write));

    /// <summary>The same in UTF-8, good until this thread asks for another text.</summary>
    public static ReadOnlySpan<byte> Bytes<T>(T something, Action<Utf8JsonWriter, T> write)
    {
        var room = _room ??= new ArrayBufferWriter<byte>(4096);
        var json = _json ??= new Utf8JsonWriter(room, Options);
        room.ResetWrittenCount();
        json.Reset(room);
        write(json, something);
        json.Flush();
        return room.WrittenSpan;
    }
}
