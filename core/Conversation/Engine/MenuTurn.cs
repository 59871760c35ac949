namespace ChatChannels.Conversation.Engine;

/// <summary>The choice of a service.</summary>
internal static class MenuTurn
{
    public static ImmutableArray<Option> Options(StepBuilder step) =>
        Choosing.Number(step.Fund.Menu.Select(flow => (flow, step.Text(CommonTexts.Title(flow)))));

    public static void Choose(StepBuilder step, string typed)
    {
        if (Choosing.Among(Options(step), typed) is not { } chosen)
            Choosing.Refuse(step);
        else if (step.Session.Held is { } held && string.Equals(held.Frames[0].Flow, chosen.Value, StringComparison.Ordinal))
            step.Move(LifeTrigger.OfferResume);
        else
            ServiceTurn.Begin(step, chosen.Value);
    }
}
