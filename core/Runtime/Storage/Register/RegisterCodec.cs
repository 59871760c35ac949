using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ChatChannels.Services.Claims;
using ChatChannels.Services.Members;
using ChatChannels.Services.Requests;

namespace ChatChannels.Runtime.Storage.Register;

/// <summary>What the register holds, to bytes and back; a field that an older program did not write reads as none.</summary>
internal static class RegisterCodec
{
    public static byte[] Encode<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, (JsonTypeInfo<T>)RegisterJson.Default.GetTypeInfo(typeof(T))!);

    public static Member Member(ReadOnlySpan<byte> bytes) => JsonSerializer.Deserialize(bytes, RegisterJson.Default.Member)!;

    public static FiledClaim Claim(ReadOnlySpan<byte> bytes)
    {
        var filed = JsonSerializer.Deserialize(bytes, RegisterJson.Default.FiledClaim)!;
        return filed.Claim.MissingPieces.IsDefault ? filed with { Claim = filed.Claim with { MissingPieces = [] } } : filed;
    }

    public static ClaimFollow Follow(ReadOnlySpan<byte> bytes)
    {
        var follow = JsonSerializer.Deserialize(bytes, RegisterJson.Default.ClaimFollow)!;
        return follow with { Told = follow.Told.WithComparers(StringComparer.Ordinal) };
    }

    public static RegisterRequest Request(ReadOnlySpan<byte> bytes) => JsonSerializer.Deserialize(bytes, RegisterJson.Default.RegisterRequest)!;

    public static LateQuestion Question(ReadOnlySpan<byte> bytes)
    {
        var question = JsonSerializer.Deserialize(bytes, RegisterJson.Default.LateQuestion)!;
        return question with { Member = question.Member ?? "" };
    }
}
