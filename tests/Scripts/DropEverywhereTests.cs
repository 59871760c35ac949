using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.Localization;
using ChatChannels.Host.Replay;
using ChatChannels.Runtime.Funds;
using ChatChannels.Runtime.Turns;
using ChatChannels.Services;
using ChatChannels.Services.Cases;
using Microsoft.Extensions.DependencyInjection;

namespace ChatChannels.Tests.Scripts;

/// <summary>
/// The line may be lost at any moment. A whole pre-registration in which it is lost at every single screen: each time the
/// person comes back to the very same question, is shown nothing before proof, and is asked nothing twice.
/// </summary>
public sealed class DropEverywhereTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 5, 9, 0, 0, TimeSpan.Zero);

    public static TheoryData<string, string> People => new MatrixTheoryData<string, string>(["fr", "ar", "en"], ["employee", "voluntary"]);

    [Theory]
    [MemberData(nameof(People))]
    public async Task PreRegistration_LineLostAtEveryScreen_FilesTheSameCase(string language, string scheme)
    {
        var person = new SamplePerson(new Language(language), scheme);
        await using var quiet = await ReplayHost.Start(Now);
        await using var broken = await ReplayHost.Start(Now);

        var undisturbed = await new Visit(quiet, person).Finish(lineBreaks: false);
        var disturbed = await new Visit(broken, person).Finish(lineBreaks: true);

        Assert.Equal(scheme is "voluntary" ? CaseState.AwaitingPapers : CaseState.Validated, disturbed.State);
        Assert.Equal(undisturbed.State, disturbed.State);
        Assert.Equal(undisturbed.Language, disturbed.Language);
        Assert.Equal(undisturbed.Answers.Values, disturbed.Answers.Values);
    }

    /// <summary>One pre-registration from the first dial to the last screen.</summary>
    private sealed class Visit(ReplayHost service, SamplePerson person)
    {
        private readonly Fund _fund = service.Services.GetRequiredService<FundDirectory>().Find(new FundId("cnps-cm"))!;
        private readonly Caller _caller = new(service, SamplePerson.Phone, "*237*1#");
        private readonly HashSet<string> _answered = new(StringComparer.Ordinal);
        private readonly HashSet<(Life, string?, int)> _lost = [];

        public async Task<Case> Finish(bool lineBreaks)
        {
            await _caller.Dial();
            while (!_caller.Screen.StartsWith("END ", StringComparison.Ordinal))
            {
                if (lineBreaks && _lost.Add(Place(_caller.Session)))
                    await LoseTheLine();
                else
                    await GoOn();
            }

            Assert.Equal(lineBreaks, _lost.Count > 25);
            return service.Store.TakeChanges().OfType<Change.ReplaceCase>().Single().Case;
        }

        private async Task GoOn()
        {
            if (_caller.Session.Life is Life.InService && StateOf(_caller.Session) is State.Collects)
                Assert.True(_answered.Add(_caller.Session.Top.State), $"{_caller.Session.Top.State} was asked twice.");
            await _caller.Type(Reply(_caller.Session));
        }

        private string Reply(Session session) => session.Life switch
        {
            Life.ChoosingLanguage => person.LanguageKey,
            Life.AtMenu => "1",
            _ => StateOf(session) switch
            {
                State.Review when session.Page < session.Pages - 1 => Keys.More,
                State.Collects asked => person.Answer(asked.Name),
                _ => "1",
            },
        };

        private async Task LoseTheLine()
        {
            var (before, screen) = (_caller.Session, _caller.Screen);
            await _caller.Dial();
            if (before.Life is not Life.InService)
            {
                Assert.Equal(before.Life, _caller.Session.Life);
                return;
            }

            Assert.Equal(Life.OfferedResume, _caller.Session.Life);
            AssertNothingPersonal(before);
            await _caller.Type("1");
            if (_caller.Session.Life is Life.Proving)
                await Prove(before);
            AssertSamePlace(before, screen);
        }

        private async Task Prove(Session before)
        {
            AssertNothingPersonal(before);
            await _caller.Type(before.Answers.Has("birth-date") ? "01/01/1951" : person.Answer("mother-name"));
            AssertNothingPersonal(before);
            await _caller.Type(person.Answer(before.Answers.Has("birth-date") ? "birth-date" : "surname"));
        }

        private void AssertSamePlace(Session before, string screen)
        {
            Assert.Equal(before.Frames, _caller.Session.Frames);
            Assert.Equal(before.Answers.Values, _caller.Session.Answers.Values);
            if (before.Page == 0)
                Assert.Equal(screen, _caller.Screen);
        }

        private void AssertNothingPersonal(Session before) =>
            Assert.All(Personal(before), value => Assert.DoesNotContain(value, _caller.Screen, StringComparison.OrdinalIgnoreCase));

        /// <summary>Every answer so far as it was typed, as it is kept and as it would be shown; one or two signs prove nothing.</summary>
        private IEnumerable<string> Personal(Session before)
        {
            var context = _fund.AnswerContext(person.Language, TurnDecider.Today(_fund, Now));
            return before.Answers.Values
                .Where(answer => _fund.CollectorOf(answer.Key) is { Personal: true } || answer.Key is CaseAccess.NumberAnswer or CaseAccess.CodeAnswer)
                .SelectMany(answer => new[] { answer.Value, person.Typed(answer.Key), _fund.ShowAnswer(answer.Key, answer.Value, context) })
                .Select(value => PhoneText.Of(value, person.Language))
                .Where(value => value.Length > 2);
        }

        private State StateOf(Session session) => _fund.Newest(session.Top.Flow)[session.Top.State];

        private static (Life, string?, int) Place(Session session) =>
            (session.Life, session.Frames.IsEmpty ? null : session.Top.State, session.Page);
    }
}
