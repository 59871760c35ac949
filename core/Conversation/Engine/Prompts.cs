using ChatChannels.Conversation.Flows;

namespace ChatChannels.Conversation.Engine;

/// <summary>What the person sees of a session as it stands.</summary>
internal static class Prompts
{
    public static Prompt Of(StepBuilder step) => step.Session.Life switch
    {
        Life.ChoosingLanguage => Offer(step, step.Text(CommonTexts.LanguageChoose), LanguageTurn.Options(step)),
        Life.AtMenu => Offer(step, step.Text(CommonTexts.Menu), MenuTurn.Options(step), MenuKeys(step)),
        Life.OfferedResume => Offer(step, step.Text(CommonTexts.ResumeOffer, ("title", Title(step))), ResumeTurn.Options(step), Keys.Help),
        Life.Proving => Offer(step, step.Text(CommonTexts.ResumeProve, ("label", ProofLabel(step))), [], Keys.Back, Keys.Help),
        Life.OfferedWayOut => Offer(step, step.Text(CommonTexts.WayOut), WayOut.Options(step), Keys.Back),
        Life.OfferedCallBack => Offer(step, CallBack.Text(step), CallBack.Options(step), Keys.Back) with { Asks = CallBack.Asks(step) },
        Life.ChoosingChange => Offer(step, step.Text(CommonTexts.ReviewWhich), ChangeTurn.Options(step), Keys.Back),
        Life.Helping => Offer(step, Help(step), AgentQueue.Options(step), Keys.Back),
        Life.AwaitingAgent => Beside(step, AgentQueue.Place(step, step.Session.Agent!)),
        Life.WithAgent => Spoken(step),
        Life.InService => OfState(step, step.State),
        _ => Last(step),
    };

    /// <summary>One line of a review: the answer's label and the answer.</summary>
    public static string Item(StepBuilder step, State.Collects state) =>
        $"{step.Text(CommonTexts.Label(step.Flow.Name, state.Name))}: {new Wording(step.Fund, step.Session, step.Surroundings.Today).Show(state.As)}";

    private static Prompt OfState(StepBuilder step, State state) => state switch
    {
        State.Choose choose => Offer(step, ChooseText(step, choose), Choices.Of(step, choose), KeysOf(choose)) with { IsSearched = choose.Search },
        State.Ask ask => Offer(step, step.Text(CommonTexts.Ask(step.Flow.Name, ask.Name)), [], KeysOf(ask)) with { Asks = ask.Type.Name },
        State.Attach attach => Attach(step, attach),
        State.Review review => Offer(step, ReviewText(step, review), ReviewTurn.Options(step, review), Keys.Back, Keys.Menu) with { OptionsAtEnd = true },
        _ => Offer(step, step.Text(CommonTexts.Say(step.Flow.Name, state.Name)), [], Keys.Next, Keys.Menu),
    };

    /// <summary>Where the channel carries files one can be sent, beside the ways for who cannot.</summary>
    private static Prompt Attach(StepBuilder step, State.Attach attach)
    {
        var ways = Offer(step, step.Text(CommonTexts.Ask(step.Flow.Name, attach.Name)), Attaching.Options(step, attach), KeysOf(attach));
        return step.Session.Key.Channel.IsChat ? ways with { Asks = Prompt.File, Accepts = attach.Accepts } : ways;
    }

    private static string[] MenuKeys(StepBuilder step) => step.Surroundings.CanShow.Length > 1 ? [Keys.Help, Keys.Language] : [Keys.Help];

    private static string[] KeysOf(State.Collects state) =>
        state.Optional ? [Keys.Skip, Keys.Back, Keys.Menu, Keys.Help] : [Keys.Back, Keys.Menu, Keys.Help];

    private static string ChooseText(StepBuilder step, State.Choose choose)
    {
        var text = step.Text(CommonTexts.Ask(step.Flow.Name, choose.Name));
        return choose.Search && step.Session.Filter is null ? $"{text}\n{step.Text(CommonTexts.ChooseSearch)}" : text;
    }

    private static string ReviewText(StepBuilder step, State.Review review) => string.Join('\n',
    [
        step.Text(CommonTexts.Ask(step.Flow.Name, review.Name)),
        .. FlowPath.Reviewed(step.Flow, step.Session.Answers).Select(state => Item(step, state)),
    ]);

    private static string Title(StepBuilder step) => step.Text(CommonTexts.Title(step.Session.Held!.Frames[0].Flow));

    private static string ProofLabel(StepBuilder step)
    {
        var question = ResumeTurn.Question(step, step.Session.Held!)!;
        var flow = step.Fund.Flows.First(candidate => candidate.States.Contains(question));
        return step.Text(CommonTexts.Label(flow.Name, question.Name));
    }

    private static string Help(StepBuilder step)
    {
        var general = step.Text(CommonTexts.Help);
        if (step.Session.ReturnTo is not Life.InService)
            return general;
        var key = CommonTexts.HelpOn(step.Flow.Name, step.State.Name);
        return step.Fund.Texts.TryFind(step.Session.Language, key, out _) ? $"{step.Text(key)}\n{general}" : general;
    }

    /// <summary>What the agent said; before the first word, that one is there.</summary>
    private static Prompt Spoken(StepBuilder step)
    {
        var text = step.Notice ?? step.Text(CommonTexts.AgentsHere);
        step.Notice = null;
        return Beside(step, text);
    }

    /// <summary>Beside the agents: the way back stays good, whatever is written.</summary>
    private static Prompt Beside(StepBuilder step, string text) => Offer(step, text, []) with { Keys = [AgentTurn.BackKey(step)], Stays = true };

    /// <summary>The last screen: a service's last words, or what the engine has to say.</summary>
    private static Prompt Last(StepBuilder step)
    {
        var end = step.Session is { Life: Life.Ended, Frames.IsEmpty: false } ? step.State as State.End : null;
        var text = end is not null && step.Notice is null
            ? step.Text(CommonTexts.Say(step.Flow.Name, end.Name))
            : step.Notice ?? step.Text(CommonTexts.Restart);
        step.Notice = null;
        return Offer(step, text, [], step.Session.Key.Channel.IsChat ? [WayOn(step)] : []) with
        {
            Ends = true,
            Receipt = end?.Receipt is { } number ? step.Session.Answers[number] : null,
        };
    }

    /// <summary>What a chat offers behind its last words; touching it opens the conversation again.</summary>
    private static string WayOn(StepBuilder step) => step.Session is { Life: Life.Dropped, Stand: not null } ? Keys.Next : Keys.Menu;

    private static Prompt Offer(StepBuilder step, string text, ImmutableArray<Option> options, params ReadOnlySpan<string> keys) => new()
    {
        Language = step.Session.Language,
        Notice = step.Notice,
        Hint = step.Hint,
        Text = text,
        Options = options,
        Open = step.Text(CommonTexts.ChooseOpen),
        Keys = Named(step, keys),
        More = Named(step, Keys.More),
        Previous = Named(step, Keys.Previous),
        Page = step.Session.Page,
        Turn = step.Session.Version,
    };

    private static ImmutableArray<Option> Named(StepBuilder step, ReadOnlySpan<string> keys)
    {
        var named = ImmutableArray.CreateBuilder<Option>(keys.Length);
        foreach (var key in keys)
            named.Add(Named(step, key));
        return named.MoveToImmutable();
    }

    private static Option Named(StepBuilder step, string key) => new(key, key, step.Text(CommonTexts.Key(Keys.Name(key))));
}
