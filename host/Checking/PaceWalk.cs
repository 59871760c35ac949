using ChatChannels.Conversation.Flows;

namespace ChatChannels.Host.Checking;

/// <summary>
/// Walks every way through a service with usual answers and a slow hand: 20 seconds to read a screen and find the key, 2 for
/// each character. No state is visited twice on one way: coming back is a person's choice, not the service's length. A review
/// that is a save point is one on every page, for who comes back reads on where the line was lost.
/// </summary>
internal sealed class PaceWalk(Explorer explorer, Func<Stand, int> pagesOf, int sessionSeconds)
{
    private const int SecondsAScreen = 20;
    private const int SecondsACharacter = 2;

    /// <summary>The key that turns a page has two characters.</summary>
    private const int PagingKey = 2;

    /// <summary>A list is narrowed by the first letters of a name, and then chosen from on a screen of its own.</summary>
    private const int SearchLetters = 4;

    private readonly Dictionary<string, Walked> _best = new(StringComparer.Ordinal);
    private readonly HashSet<string> _way = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, string), SlowState> _slow = [];
    private Pace _longest = new(0, 0, 0);

    public IEnumerable<SlowState> Slow => _slow.Values;

    /// <summary>The longest way from the dial: first the screens of the opening, then the service.</summary>
    public Pace Walk(Stand start, int openingPages)
    {
        var seconds = Take(openingPages, openingPages);
        Visit(start, new Walked(openingPages, seconds, seconds, "the dial"));
        return _longest;
    }

    private void Visit(Stand stand, Walked before)
    {
        if (!_way.Add(stand.Position))
            return;
        var walked = stand.State.SavePoint ? before with { Stretch = 0, Since = stand.Top.State } : before;
        var best = _best.GetValueOrDefault(stand.Key);
        if (best is null || walked.Seconds > best.Seconds || walked.Stretch > best.Stretch)
        {
            _best[stand.Key] = walked with { Seconds = Math.Max(walked.Seconds, best?.Seconds ?? 0), Stretch = Math.Max(walked.Stretch, best?.Stretch ?? 0) };
            var after = stand.IsShown ? Show(stand, walked) : walked;
            foreach (var next in explorer.Next(stand))
                Visit(next, after);
        }

        _way.Remove(stand.Position);
    }

    private Walked Show(Stand stand, Walked walked)
    {
        var pages = pagesOf(stand);
        if (stand.State is State.End)
            return Count(walked with { Screens = walked.Screens + pages });

        var (screens, typed) = Answering(stand.State);
        var paging = Take(pages - 1, (pages - 1) * PagingKey);
        var answering = Take(1 + screens, typed);
        var kept = stand.State is State.Review { SavePoint: true };
        var after = new Walked(
            walked.Screens + pages + screens,
            walked.Seconds + paging + answering,
            walked.Stretch + (kept ? 0 : paging) + answering,
            walked.Since);
        if (after.Stretch > sessionSeconds && walked.Stretch <= sessionSeconds)
            _slow.TryAdd((stand.Flow.Name, stand.Top.State), new SlowState(stand.Flow, stand.State, walked.Since, after.Stretch));
        return Count(after);
    }

    private Walked Count(Walked walked)
    {
        _longest = new Pace(
            Math.Max(_longest.Screens, walked.Screens),
            Math.Max(_longest.Seconds, walked.Seconds),
            Math.Max(_longest.Stretch, walked.Stretch));
        return walked;
    }

    /// <summary>Screens beside the state's own, and characters typed.</summary>
    private static (int Screens, int Typed) Answering(State state) => state switch
    {
        State.Ask ask => (0, ask.Type.UsualLength(ask.Settings)),
        State.Choose { Search: true } => (1, SearchLetters + 1),
        _ => (0, 1),
    };

    private static int Take(int screens, int characters) => (screens * SecondsAScreen) + (characters * SecondsACharacter);

    /// <summary>What lies behind on one way.</summary>
    private sealed record Walked(int Screens, int Seconds, int Stretch, string Since);
}
