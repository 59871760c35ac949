using System.Collections.Immutable;
using ChatChannels.Conversation.StateMachines;

namespace ChatChannels.Tests.Conversation.StateMachines;

/// <summary>The machine these tests share: a request from draft to payment, under study in two states of one superstate.</summary>
internal static class Filing
{
    internal enum Stage
    {
        Draft,
        UnderStudy,
        Checked,
        AtDoctor,
        Refused,
        Paid,
    }

    internal enum Act
    {
        Submit,
        Forward,
        Decide,
        Remind,
        Withdraw,
    }

    /// <summary>What guards and effects look at.</summary>
    /// <param name="Amount">What is asked for, in the fund's currency.</param>
    /// <param name="HasPapers">Whether all papers are in.</param>
    internal sealed record Request(int Amount, bool HasPapers);

    internal static readonly Request Small = new(1_000, HasPapers: true);
    internal static readonly Request Large = new(90_000, HasPapers: true);
    internal static readonly Request Empty = new(1_000, HasPapers: false);

    internal static readonly StateMachine<Stage, Act, Request, string> Machine =
        StateMachine<Stage, Act, Request, string>.Declare(Stage.Draft, machine =>
        {
            machine.Configure(Stage.Draft)
                .PermitIf(Act.Submit, Stage.Checked, request => request.HasPapers, "all papers are in")
                .OnExit((move, _) => [$"leave {move.From}"]);
            machine.Configure(Stage.UnderStudy)
                .Permit(Act.Withdraw, Stage.Refused)
                .PermitReentry(Act.Remind)
                .OnEntry((_, request) => [$"open file of {request.Amount}"])
                .OnExit((_, _) => ["close file"]);
            machine.Configure(Stage.Checked)
                .SubstateOf(Stage.UnderStudy)
                .Permit(Act.Forward, Stage.AtDoctor)
                .PermitIf(Act.Decide, Stage.Refused, request => request.Amount > 50_000, "more than 50000")
                .PermitIf(Act.Decide, Stage.AtDoctor, request => request.Amount > 5_000, "more than 5000")
                .Permit(Act.Decide, Stage.Paid)
                .OnEntry((move, _) => [$"check after {move.Trigger}", "tell the person"])
                .OnExit((_, _) => ["checked"]);
            machine.Configure(Stage.AtDoctor)
                .SubstateOf(Stage.UnderStudy)
                .Permit(Act.Decide, Stage.Paid)
                .OnEntry((_, _) => ["ask the doctor"]);
        });

    internal static Firing<Stage, Act, string> Fire(Stage stage, Act act, Request request) => Machine.Fire(stage, act, request);

    internal static Stage? Goes(Stage stage, Act act, Request request) =>
        Fire(stage, act, request) is Firing<Stage, Act, string>.Moved moved ? moved.Transition.To : null;

    internal static ImmutableArray<string> Effects(Stage stage, Act act, Request request) =>
        Assert.IsType<Firing<Stage, Act, string>.Moved>(Fire(stage, act, request)).Effects;

    internal static ImmutableArray<string> Refusal(Stage stage, Act act, Request request) =>
        Assert.IsType<Firing<Stage, Act, string>.Refused>(Fire(stage, act, request)).Guards;
}
