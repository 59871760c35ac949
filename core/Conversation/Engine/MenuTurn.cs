namespace ChatChannels.Conversation.Engine;

/// <summary>The choice of a service.</summary>
internal static class MenuTurn
{
    public static ImmutableArray<Option> Options(StepBuilder step) =>
        Choosing.Number(step.Fund.Menu.Select(flow => (flow, step.Text(CommonTexts.Title(flow)))));

    public static void Choose(StepBuilder step, string typed)
    {
        if (Choosing.Among(Options(step), typed) is { } chosen)
            Open(step, chosen.Value);
        else if (!WordTurn.AtMenu(step, typed))
            Choosing.Refuse(step);
    }

    /// <summary>Begins a service, or offers to go on with it.</summary>
    public static void Open(StepBuilder step, string service)
    {
        if (step.Session.Held is { } held && string.Equals(held.Frames[0].Flow, service, StringComparison.Ordinal))
            step.Move(LifeTrigger.OfferResume);
        else
            ServiceTurn.Begin(step, service);
    }
}
