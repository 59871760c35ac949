using System.Text.Json.Serialization;
using ChatChannels.Runtime.Storage.Writing;
using ChatChannels.Services.Claims;
using ChatChannels.Services.Members;
using ChatChannels.Services.Requests;

namespace ChatChannels.Runtime.Storage.Register;

/// <summary>How the register's bodies are written; see <see cref="StoredJson"/>.</summary>
[JsonSourceGenerationOptions(
    Converters = [typeof(AnswerSheetConverter)],
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(Account))]
[JsonSerializable(typeof(FiledClaim))]
[JsonSerializable(typeof(ClaimFollow))]
[JsonSerializable(typeof(Employer))]
[JsonSerializable(typeof(Member))]
[JsonSerializable(typeof(LateQuestion))]
[JsonSerializable(typeof(RegisterRequest))]
internal sealed partial class RegisterJson : JsonSerializerContext;
