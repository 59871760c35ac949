using ChatChannels.Conversation.Answers;
using ChatChannels.Conversation.Localization;
using FsCheck;
using FsCheck.Fluent;

namespace ChatChannels.Tests.Conversation.Answers;

/// <summary>What holds for every string. FsCheck prints the seed of a failure, to replay it.</summary>
public sealed class AnswerProperties
{
    private const string Spice = "0123456789٠٩۵ +-.,/*#@'’()ABéœمةفًّ\u0640\u200F\u00A0\u202F\0\uD83D\uDE00\uFFFF";

    private static readonly Gen<char> AnySign = Gen.OneOf(
        Gen.Elements<char>(Spice),
        Gen.Choose(0, char.MaxValue).Select(code => (char)code));

    // Anything at all, or a line of the tables with one sign put in, which often is still an answer.
    private static readonly Gen<(AnswerCase Line, string Typed)> Typing =
        from line in Gen.Elements<AnswerCase>(AnswerCases.All)
        from language in Gen.Elements(Language.French, Language.Arabic, Language.English)
        from noise in AnySign.ArrayOf()
        from sign in AnySign
        from at in Gen.Choose(0, line.Typed.Length)
        from typed in Gen.Elements(line.Typed, line.Typed.Insert(at, sign.ToString()), new string(noise))
        select (line with { Language = language }, typed);

    [Fact]
    public void Read_AnyString_IsAcceptedOrRejectedWithADeclaredCode() => ForAll((line, typed) =>
        Read(line, typed) is not AnswerReading.Rejected rejected
        || line.AnswerType.FailureCodes.Contains(rejected.Failure.Code, StringComparer.Ordinal));

    [Fact]
    public void Read_CanonicalForm_IsItself() => ForAll((line, typed) =>
        Read(line, typed) is not AnswerReading.Accepted accepted || Read(line, accepted.Canonical).Equals(accepted));

    [Fact]
    public void Read_ShownForm_IsTheSameAnswer() => ForAll((line, typed) =>
        Read(line, typed) is not AnswerReading.Accepted accepted
        || Read(line, Show(line, accepted.Canonical)).Equals(accepted));

    /// <summary>Stored answers may be older than a rule, or come from a channel: a screen that shows one is a screen all the same.</summary>
    [Fact]
    public void Show_AnyString_NeverThrows() => ForAll((line, typed) => Show(line, typed) is not null && Show(line, $"+{typed}") is not null);

    [Fact]
    public void Widest_AnyAnswer_ShowsNoWider() => ForAll((line, typed) =>
        Read(line, typed) is not AnswerReading.Accepted accepted
        || Show(line, accepted.Canonical).Length <= Show(line, line.AnswerType.Widest(line.AnswerSettings, line.Context)).Length);

    [Fact]
    public void Read_HugeString_IsRejected() => Assert.All(
        AnswerTypes.All,
        type => Assert.All(
            ["9", "a", "ع", "\uD83D", " 1", "1.", "@a.", "/1"],
            piece => Assert.IsType<AnswerReading.Rejected>(
                type.Read(string.Concat(Enumerable.Repeat(piece, 100_000)), AnswerSettings.None, AnswerCase.ContextOf("CM")))));

    private static void ForAll(Func<AnswerCase, string, bool> law) =>
        Prop.ForAll(Typing.ToArbitrary(), typing => law(typing.Line, typing.Typed))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    private static AnswerReading Read(AnswerCase line, string typed) => line.AnswerType.Read(typed, line.AnswerSettings, line.Context);

    private static string Show(AnswerCase line, string canonical) => line.AnswerType.Show(canonical, line.AnswerSettings, line.Context);
}
