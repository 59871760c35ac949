using ChatChannels.Conversation.Localization;

namespace ChatChannels.Conversation.Flows;

/// <summary>What a phrase asks for: a command (<see cref="WordBook.Commands"/>) or a service of the menu.</summary>
/// <param name="Name">The command, or the name of the service's flow.</param>
/// <param name="Language">The language whose texts have the phrase.</param>
public sealed record WordMeaning(string Name, bool IsService, Language Language);
