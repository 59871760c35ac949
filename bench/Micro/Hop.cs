using BenchmarkDotNet.Attributes;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Text;
using ChatChannels.Ussd.Screens;

namespace ChatChannels.Micro;

/// <summary>One hop without network and disk: read the callback, decide, show.</summary>
[MemoryDiagnoser]
public class Hop
{
    private static readonly Input Surname = new Input.Said("Essai-Ngono");
    private static readonly Session AtSurname = Stand.After("1", "1", "1");
    private static readonly UssdScreens Screens = new(TextLimits.Ussd);

    private static readonly Prompt Question = ConversationEngine.PromptOf(Stand.After("1", "1", "1", "Essai-Ngono", "Aline"), Stand.Fund, Stand.Surroundings);

    /// <summary>A review of 21 answers as long as people's are, in Arabic: every page of it is cut.</summary>
    private static readonly Prompt ArabicReview = ConversationEngine.PromptOf(
        Stand.After(
            "2", "1", "1", "المثالي التجريبي", "حسن تجريبي", "2", "14/03/1994", "كسري", "آدم المثالي", "حليمة المثالي", "1", "900000011",
            "30/06/2031", "1", "aline@exemple.example", "2", "ماروا", "حي السوق القديم", "1", "شركة المثال للنقل", "94", "01/09/2025", "1"),
        Stand.Fund,
        Stand.Surroundings);

    [Benchmark]
    public object Advance() => ConversationEngine.Advance(AtSurname, Surname, Stand.Fund, Stand.Surroundings);

    [Benchmark]
    public object ShowQuestion() => Screens.Render(Question);

    [Benchmark]
    public object CutArabicReview() => Screens.Render(ArabicReview);
}
