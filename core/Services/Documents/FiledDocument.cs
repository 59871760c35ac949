namespace ChatChannels.Services.Documents;

/// <summary>What is told of a document that a case has, without its content.</summary>
/// <param name="Paper">What paper it is, as flows call it (<c>identity-card</c>).</param>
public sealed record FiledDocument(Guid Id, string Paper, string MediaType, DateTimeOffset At);
