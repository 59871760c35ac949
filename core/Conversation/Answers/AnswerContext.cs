using ChatChannels.Conversation.Localization;

namespace ChatChannels.Conversation.Answers;

/// <summary>What reading or showing an answer may depend on, passed explicitly: nothing ambient.</summary>
/// <param name="Today">The date in the fund's own time zone.</param>
/// <param name="Language">The language the person reads.</param>
/// <param name="Country">The fund's country, ISO 3166-1 alpha-2 in upper case (<c>CM</c>, <c>TG</c>, <c>MA</c>).</param>
/// <param name="Currency">What an amount of the fund is called in <paramref name="Language"/>, for instance <c>FCFA</c>.</param>
public sealed record AnswerContext(DateOnly Today, Language Language, string Country, string Currency);
