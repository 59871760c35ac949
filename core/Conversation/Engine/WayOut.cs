namespace ChatChannels.Conversation.Engine;

/// <summary>After too many wrong answers: the menu, a call-back, or stopping for now. Going back asks the question again.</summary>
internal static class WayOut
{
    private const string Menu = "menu";
    private const string CallBack = "call-back";
    private const string Stop = "stop";

    public static ImmutableArray<Option> Options(StepBuilder step) => Choosing.Number(
    [
        (Menu, step.Text(CommonTexts.WayOutMenu)),
        (CallBack, step.Text(CommonTexts.WayOutCallBack)),
        (Stop, step.Text(CommonTexts.WayOutStop)),
    ]);

    public static void Choose(StepBuilder step, string typed)
    {
        switch (Choosing.Among(Options(step), typed)?.Value)
        {
            case Menu:
                Leaving.ToMenu(step);
                break;
            case CallBack:
                step.Move(LifeTrigger.OfferCallBack);
                break;
            case Stop:
                Leaving.Stop(step, CommonTexts.Stop);
                break;
            default:
                Choosing.ObeyOrRefuse(step, typed);
                break;
        }
    }
}
