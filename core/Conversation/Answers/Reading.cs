using System.Globalization;

namespace ChatChannels.Conversation.Answers;

/// <summary>The two outcomes, short to write.</summary>
internal static class Reading
{
    public static AnswerReading Accept(string canonical) => new AnswerReading.Accepted(canonical);

    public static AnswerReading Reject(string code) => new AnswerReading.Rejected(new Failure(code));

    public static AnswerReading Reject(string code, string name, string value) =>
        new AnswerReading.Rejected(new Failure(code).With(name, value));

    public static AnswerReading Reject(string code, string name, long value) =>
        Reject(code, name, value.ToString(CultureInfo.InvariantCulture));
}
