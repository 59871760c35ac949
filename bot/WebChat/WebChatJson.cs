using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChatChannels.Bot.WebChat;

/// <summary>What the page and its server write each other.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ChatPass))]
[JsonSerializable(typeof(RenewalRequest))]
internal sealed partial class WebChatJson : JsonSerializerContext;
