using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ChatChannels.Runtime.HandOvers;
using ChatChannels.Runtime.Processing;
using ChatChannels.Services;
using ChatChannels.Services.Documents;
using ChatChannels.Services.Messages;
using ChatChannels.Services.Verification;

namespace ChatChannels.Host.Replay;

/// <summary>Plays a script through the channel's own endpoint and notes what really came of each step.</summary>
public sealed partial class ChatPlayer(ReplayHost service, ChatScript script)
{
    private static readonly ImmutableDictionary<string, Func<ReplayHost, ChatScript, IFrontDoor>> Doors =
        ImmutableDictionary<string, Func<ReplayHost, ChatScript, IFrontDoor>>.Empty
            .Add("ussd", (service, script) => new UssdDoor(service.Http, script.Setting.Phone))
            .Add("web", (service, script) => new WebDoor(service, script))
            .Add("whatsapp", (service, script) => new WhatsAppDoor(service, script.Setting.Phone));

    private readonly IFrontDoor _door = Doors[script.Channel](service, script);
    private readonly ScriptedAgent _agent = new(service);
    private string _sent = "";
    private string _link = "";

    /// <summary>Told each step as it really went.</summary>
    public Action<ChatStep>? Played { get; init; }

    /// <summary>The script with every screen and effect as they really were.</summary>
    public async Task<ChatScript> Play()
    {
        var steps = ImmutableArray.CreateBuilder<ChatStep>();
        foreach (var step in script.Steps)
        {
            var reply = await Let(step.Happens);
            var played = step with
            {
                Screen = reply is null ? [] : [.. reply.Split('\n')],
                Effects = [.. TakeChanges().Select(Describe).OfType<string>()],
            };
            steps.Add(played);
            Played?.Invoke(played);
        }

        return script with { Steps = steps.ToImmutable() };
    }

    private async Task<string?> Let(Happening happening)
    {
        switch (happening)
        {
            case Happening.Dials dials:
                return await _door.Open(dials.Code);
            case Happening.Types types:
                return await _door.Say(types.Text);
            case Happening.Touches touches:
                return await _door.Touch(touches.Key);
            case Happening.TypesCode:
                return await _door.Say(_sent);
            case Happening.Sends sends:
                return await _door.Send(sends.File);
            case Happening.SendsByLink:
                return await PaperPage.Send(service.Http, _link);
            case Happening.Again:
                return await _door.Repeat();
            case Happening.HangsUp:
                await _door.HangUp();
                return null;
            case Happening.AgentSignsIn:
                _agent.SignIn();
                return null;
            case Happening.AgentSignsOut:
                _agent.SignOut();
                return null;
            case Happening.AgentTakes:
                return await Seen(_agent.Take());
            case Happening.AgentSays says:
                return await Seen(_agent.Say(says.Text));
            case Happening.AgentReturns:
                return await Seen(_agent.Return());
            case Happening.NobodyAnswers:
                await service.Services.GetRequiredService<HandOverRound>().Pass(CancellationToken.None);
                return await _door.Look();
            case Happening.Processing:
                await service.Services.GetRequiredService<ProcessingRun>().Pass(CancellationToken.None);
                return null;
            case Happening.ChangesPhone changes:
                _door.Phone = changes.Phone;
                return null;
            case Happening.Breaks breaks:
                service.Actions.Let(breaks.Action, breaks.Fails);
                service.Actions.Limit(breaks.Action, breaks.IsLimited);
                return null;
            case Happening.TimePasses passes:
                service.Clock.Pass(passes.Time);
                return null;
            default:
                throw new ArgumentOutOfRangeException(nameof(happening));
        }
    }

    private async Task<string> Seen(Task<DeskAnswer> done) => await done is DeskAnswer.Done ? await _door.Look() : "(refused)";

    /// <summary>What was committed, with an eye on codes and links: a person reads them in a message.</summary>
    private IReadOnlyList<Change> TakeChanges()
    {
        var changes = service.Store.TakeChanges();
        foreach (var send in changes.OfType<Change.Send>().Where(send => send.Message.Template is CodeIssue.Code))
            _sent = Code().Match(send.Message.Text).Value;
        foreach (var send in changes.OfType<Change.Send>().Where(send => send.Message.Template is PaperLinks.Message))
            _link = Link().Match(send.Message.Text).Value;
        return changes;
    }

    [GeneratedRegex($"/{PaperLinks.Path}/[0-9a-z-]+/[0-9a-f]{{32}}", RegexOptions.NonBacktracking)]
    private static partial Regex Link();

    /// <summary>8 digits in two groups.</summary>
    [GeneratedRegex("[0-9]{4}[ \u00A0][0-9]{4}", RegexOptions.NonBacktracking)]
    private static partial Regex Code();

    private static string? Describe(Change change) => change switch
    {
        Change.KeepWords { Words: { IsAgents: false } words } => $"heard {words.Text}",
        Change.Record record => $"audit {record.Fact.Fact} {record.Fact.About}",
        Change.Send { Message.Template: Message.Screen } => null,
        Change.Send send => $"{send.Message.Channel} {send.Message.Template} {send.Message.To}",
        Change.RegisterMember => "member registered",
        Change.OpenCase opened => $"case opened {opened.Case.Kind} {opened.Case.State}",
        Change.ReplaceCase replaced => $"case changed {replaced.Case.State}",
        _ => null,
    };
}
