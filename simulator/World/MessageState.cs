using System.Text.Json.Serialization;

namespace ChatChannels.Simulator.World;

/// <summary>What became of a message.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MessageState>))]
public enum MessageState
{
    /// <summary>Not handed over yet.</summary>
    [JsonStringEnumMemberName("waiting")]
    Waiting,

    [JsonStringEnumMemberName("delivered")]
    Delivered,

    /// <summary>Given up: refused, or tried too often.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,

    /// <summary>Past its time before it was delivered.</summary>
    [JsonStringEnumMemberName("expired")]
    Expired,
}
