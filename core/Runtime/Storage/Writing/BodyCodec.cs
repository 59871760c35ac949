using System.Text.Json;
using ChatChannels.Services.Cases;
using ChatChannels.Services.Members;
using ChatChannels.Services.Messages;

namespace ChatChannels.Runtime.Storage.Writing;

/// <summary>What is filed, to bytes and back; tolerant of fields like <see cref="TurnEncoder"/>.</summary>
internal static class BodyCodec
{
    public static byte[] Encode(Case filed) => JsonSerializer.SerializeToUtf8Bytes(filed, StoredJson.Default.Case);

    public static byte[] Encode(Member member) => JsonSerializer.SerializeToUtf8Bytes(member, StoredJson.Default.Member);

    public static byte[] Encode(Message message) => JsonSerializer.SerializeToUtf8Bytes(message, StoredJson.Default.Message);

    public static Case Case(ReadOnlySpan<byte> bytes)
    {
        var filed = JsonSerializer.Deserialize(bytes, StoredJson.Default.Case)!;
        return filed with
        {
            SecretHash = filed.SecretHash ?? "",
            Reasons = filed.Reasons.IsDefault ? [] : filed.Reasons,
            Version = filed.Version is 0 ? 1 : filed.Version,
        };
    }

    public static Message Message(ReadOnlySpan<byte> bytes)
    {
        var message = JsonSerializer.Deserialize(bytes, StoredJson.Default.Message)!;
        return message with { Subject = message.Subject ?? "" };
    }
}
