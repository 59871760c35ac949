namespace ChatChannels.Conversation.Answers;

/// <summary>Every kind of answer a flow can ask for.</summary>
public static class AnswerTypes
{
    public static readonly ImmutableArray<IAnswerType> All =
    [
        new NameAnswer(),
        new PlaceAnswer(),
        new TextAnswer(),
        new DateAnswer(),
        new PhoneAnswer(),
        new EmailAnswer(),
        new IdentifierAnswer("document", "AB123456"),
        new IdentifierAnswer("registration-number", "123456789"),
        new NumberAnswer(),
        new MoneyAnswer(),
        new YesNoAnswer(),
        new SecretCodeAnswer(),
        new CaseNumberAnswer(),
        new RibAnswer(),
    ];

    /// <summary>The type of that name, or null where there is none.</summary>
    public static IAnswerType? Find(string name) => All.FirstOrDefault(type => string.Equals(type.Name, name, StringComparison.Ordinal));
}
