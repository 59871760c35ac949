using System.Collections.Immutable;
using System.Globalization;
using ChatChannels.Conversation;
using ChatChannels.Runtime.Storage;
using ChatChannels.Services;
using ChatChannels.Services.Dialogues;
using static ChatChannels.Tests.Runtime.Storage.Samples;

namespace ChatChannels.Tests.Runtime.Storage;

/// <summary>What every store promises of dialogues.</summary>
public abstract class DialogueContract(StorageKind kind) : StorageTest(kind)
{
    private const string Chat = "5f3a";

    [Fact]
    public async Task Find_Opened_IsThereAfterRestartAndOfItsFundOnly()
    {
        await Commit(Write(Open(Chat, "dl_ada")), Write(Open("6a", user: null)));
        await Reopen();

        Assert.Equal(new Dialogue(Fund, Chat, "dl_ada", Noon), await Node.Dialogues.Find(Fund, Chat, Stop));
        Assert.Null((await Node.Dialogues.Find(Fund, "6a", Stop))!.User);
        Assert.Null(await Node.Dialogues.Find(new FundId("fund-b"), Chat, Stop));
        Assert.Null(await Node.Dialogues.Find(Fund, "7b", Stop));
    }

    [Fact]
    public async Task Commit_OpenedTwice_ClashesAndWritesNothingOfTheUnit()
    {
        await Commit(Write(Open(Chat)));

        Assert.Equal(CommitResult.Clash, await Node.Store.Commit(Write(Open(Chat, "another"), Tell("x", "{}")), Stop));

        Assert.Null((await Node.Dialogues.Find(Fund, Chat, Stop))!.User);
        Assert.Empty(await Node.Dialogues.Read(Fund, Chat, 0, 9, Stop));
    }

    [Fact]
    public async Task Read_Turns_AreNumberedOneAfterTheOtherAndWhole()
    {
        await Commit(Write(Open(Chat), Tell("a", """{"text":"مرحبا"}""")), Write(Tell("b", "2", "3")), Write(Tell("c", "4")));
        await Reopen();

        var turns = await Node.Dialogues.Read(Fund, Chat, 0, 9, Stop);

        Assert.Equal([(1, 1), (2, 3), (4, 4)], turns.Select(turn => (turn.First, turn.Last)));
        Assert.Equal(["""{"text":"مرحبا"}""", "2", "3", "4"], turns.SelectMany(turn => turn.Activities), StringComparer.Ordinal);
        Assert.Equal(["2", "3", "4"], (await Node.Dialogues.Read(Fund, Chat, 1, 9, Stop)).SelectMany(turn => turn.Activities), StringComparer.Ordinal);
        Assert.Equal(["2", "3", "4"], (await Node.Dialogues.Read(Fund, Chat, 2, 9, Stop)).SelectMany(turn => turn.Activities), StringComparer.Ordinal);
        Assert.Equal(["{\"text\":\"مرحبا\"}"], (await Node.Dialogues.Read(Fund, Chat, 0, 1, Stop)).SelectMany(turn => turn.Activities), StringComparer.Ordinal);
        Assert.Empty(await Node.Dialogues.Read(Fund, Chat, 4, 9, Stop));
    }

    [Fact]
    public async Task End_IsTheNumberOfTheLastActivityOfThatDialogueAlone()
    {
        await Commit(Write(Tell("a", "1")), Write(Tell("b", "2", "3")));

        Assert.Equal(3, await Node.Dialogues.End(Fund, Chat, Stop));
        Assert.Equal(0, await Node.Dialogues.End(Fund, "6a", Stop));
        Assert.Equal(0, await Node.Dialogues.End(new FundId("fund-b"), Chat, Stop));
    }

    [Fact]
    public async Task Find_Closed_SaysSoAfterRestartAndOfThatDialogueAlone()
    {
        await Commit(Write(Open(Chat), Tell("a", "1")), Write(Open("6a")));
        Assert.False((await Node.Dialogues.Find(Fund, Chat, Stop))!.IsClosed);

        await Commit(Write(Tell(Dialogue.Closing, "{}")));
        await Reopen();

        Assert.True((await Node.Dialogues.Find(Fund, Chat, Stop))!.IsClosed);
        Assert.False((await Node.Dialogues.Find(Fund, "6a", Stop))!.IsClosed);
    }

    [Fact]
    public async Task NumberOf_Turn_IsThatOfItsFirstActivityByCase()
    {
        await Commit(Write(Tell("a", "1")), Write(Tell("B", "2", "3")));

        Assert.Equal(1, await Node.Dialogues.NumberOf(Fund, Chat, "a", Stop));
        Assert.Equal(2, await Node.Dialogues.NumberOf(Fund, Chat, "B", Stop));
        Assert.Null(await Node.Dialogues.NumberOf(Fund, Chat, "b", Stop));
        Assert.Null(await Node.Dialogues.NumberOf(Fund, "6a", "a", Stop));
    }

    [Fact]
    public async Task Commit_SameTurnTwice_Clashes()
    {
        await Commit(Write(Tell("a", "1")));

        Assert.Equal(CommitResult.Clash, await Node.Store.Commit(Write(Tell("a", "2")), Stop));

        Assert.Equal(["1"], (await Node.Dialogues.Read(Fund, Chat, 0, 9, Stop)).SelectMany(turn => turn.Activities), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Commit_ManyAtOnceOnAllNodes_GivesEachItsOwnNumbers()
    {
        var other = Bed.ManyNodes ? await Bed.Open() : Node;
        var units = Enumerable.Range(0, 40).Select(n => (Node: n % 2 == 0 ? Node : other, Unit: Write(Tell(n.ToString(CultureInfo.InvariantCulture), $"{n}a", $"{n}b"))));

        var results = await Task.WhenAll(units.Select(async work =>
        {
            while (await work.Node.Store.Commit(work.Unit, Stop) is not CommitResult.Committed)
                await Task.Yield(); // as turns are decided again
            return true;
        }));

        Assert.Equal(40, results.Length);
        var turns = await Node.Dialogues.Read(Fund, Chat, 0, 99, Stop);
        Assert.Equal(Enumerable.Range(0, 40).Select(n => (2L * n) + 1), turns.Select(turn => turn.First));
        Assert.Equal(80, turns.SelectMany(turn => turn.Activities).Distinct(StringComparer.Ordinal).Count());
        Assert.All(turns, turn => Assert.Equal(turn.Activities[0][..^1], turn.Activities[1][..^1]));
    }

    [Fact]
    public async Task FindFile_Sent_IsThereInItsDialogueOnly()
    {
        var file = new DialogueFile(Fund, Chat, Guid.Parse("00000000-0000-0000-0000-000000000007"), [1, 2, 3, 255], Noon);
        await Commit(Write(Tell("a", "1"), new Change.KeepFile(file)));
        await Reopen();

        Assert.Equal(file.Content.AsEnumerable(), (await Node.Dialogues.FindFile(Fund, Chat, file.Id, Stop))!.Content);
        Assert.Null(await Node.Dialogues.FindFile(Fund, "6a", file.Id, Stop));
        Assert.Null(await Node.Dialogues.FindFile(Fund, Chat, Guid.Empty, Stop));
    }

    [Fact]
    public async Task Sweep_Past_ForgetsWhatIsOverAndKeepsTheNumbersOfTheRest()
    {
        var file = new DialogueFile(Fund, Chat, Guid.Parse("00000000-0000-0000-0000-000000000007"), [1], Noon);
        await Commit(
            Write(Open(Chat), Tell("a", "1"), new Change.KeepFile(file)),
            Write(Tell("b", "2") with { Turn = Turn("b", "2") with { At = Noon.AddHours(5) } }),
            Write(Open("6a")));

        Assert.Equal(3, await Node.Dialogues.Sweep(Noon.AddHours(1), Noon.AddHours(1), Stop));

        Assert.NotNull(await Node.Dialogues.Find(Fund, Chat, Stop));
        Assert.Null(await Node.Dialogues.Find(Fund, "6a", Stop));
        Assert.Null(await Node.Dialogues.FindFile(Fund, Chat, file.Id, Stop));
        Assert.Equal(2, Assert.Single(await Node.Dialogues.Read(Fund, Chat, 0, 9, Stop)).First);
        Assert.Equal(2, await Node.Dialogues.Sweep(Noon.AddHours(9), Noon.AddHours(9), Stop));
        Assert.Null(await Node.Dialogues.Find(Fund, Chat, Stop));
    }

    [Fact]
    public async Task Erase_Address_LeavesNothingOfItsDialogue()
    {
        await Commit(Write(Open(Chat), Tell("a", "1"), new Change.KeepFile(new DialogueFile(Fund, Chat, Guid.Empty, [1], Noon))));

        Assert.True(await Node.Keys.Erase(Node.Keys.OwnerOfAddress(Fund, Chat), Stop));

        Assert.Equal(0, await Count("dialogues") + await Count("dialogue_turns") + await Count("dialogue_files"));
        Assert.Null(await Node.Dialogues.Find(Fund, Chat, Stop));
    }

    private static Unit Write(params ImmutableArray<Change> changes) => new(null, changes);

    private static Change.OpenDialogue Open(string id, string? user = null) => new(new Dialogue(Fund, id, user, Noon));

    private static Change.Tell Tell(string id, params ImmutableArray<string> activities) => new(Turn(id, activities));

    private static DialogueTurn Turn(string id, params ImmutableArray<string> activities) => new(Fund, Chat, id, activities, Noon);
}
