using System.Text.Json.Serialization;
using ChatChannels.Services.Accounts;
using ChatChannels.Services.Documents;

namespace ChatChannels.Runtime.Storage.Verification;

/// <summary>The links there are.</summary>
internal static partial class LinkTables
{
    public static readonly LinkTable<PasswordLink> Password = new("password-link", LinkJson.Default.PasswordLink);
    public static readonly LinkTable<DocumentLink> Document = new("document-link", LinkJson.Default.DocumentLink);

    [JsonSourceGenerationOptions(IgnoreReadOnlyProperties = true, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonSerializable(typeof(PasswordLink))]
    [JsonSerializable(typeof(DocumentLink))]
    private sealed partial class LinkJson : JsonSerializerContext;
}
