using System.Text.Json.Serialization;

namespace ChatChannels.Simulator.World;

/// <summary>How a message travelled.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MessageKind>))]
public enum MessageKind
{
    [JsonStringEnumMemberName("sms")]
    Sms,

    [JsonStringEnumMemberName("email")]
    Email,
}
