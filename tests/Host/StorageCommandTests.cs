using System.Globalization;
using ChatChannels.Conversation;
using ChatChannels.Runtime.Delivery;
using ChatChannels.Runtime.Storage;
using ChatChannels.Services;
using ChatChannels.Tests.Host.Checking;
using ChatChannels.Tests.Runtime.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using static ChatChannels.Tests.Runtime.Storage.Samples;

namespace ChatChannels.Tests.Host;

/// <summary>What an operator sees of <c>outbox status</c> and <c>verify-audit</c>, while a service has the database.</summary>
public sealed class StorageCommandTests() : StorageTest(StorageKind.Sqlite)
{
    private string[] Settings => ["--Storage:Path", Bed.Options.Path, "--Storage:KeyFile", Bed.Options.KeyFile];

    [Fact]
    public async Task Outbox_Status_CountsWhatWaitsByKindChannelFundAndAge()
    {
        Assert.Equal("Nothing waits: every message has left, or is given up.", Assert.Single(Commanded.Run(["outbox", "status", .. Settings]).Lines));
        await Commit(Unit(null, new Change.Send(Message()), new Change.Send(Message(1)), new Change.Send(Message() with { Channel = Channel.Email, Template = "opened" })));
        await new Courier(Node.Outbox, [], new Unsent([]), Options.Create(new DeliveryOptions()), new Replaying(), NullLogger<Courier>.Instance).Round(Stop);
        await Commit(Unit(null, new Change.Send(Message() with { Template = "code" })));

        var status = Commanded.Run(["outbox", "status", .. Settings]);

        Assert.Equal(0, status.Code);
        Assert.StartsWith("4 messages wait, the oldest ", status.Lines[0], StringComparison.Ordinal);
        Assert.Equal(
            ["to be sent sms fund-a code 1", "no sender email fund-a opened 1", "no sender sms fund-a receipt 2"],
            status.Lines.Skip(1).Select(line => string.Join(' ', line.Split("oldest")[0].Split(' ', StringSplitOptions.RemoveEmptyEntries))),
            StringComparer.Ordinal);
        Assert.DoesNotContain("+2376", string.Concat(status.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task VerifyAudit_OfARolledBackDatabase_SaysSoByTheAnchorAndByAFigureNotedElsewhere()
    {
        await Commit(Unit(null, Record()), Unit(null, Record()));
        var head = await Bed.HeadOfAudit();
        await Commit(Unit(null, Record()));
        var first = Commanded.Run(["verify-audit", .. Settings]);
        Assert.StartsWith("3 facts, unbroken. There is no anchor at ", Assert.Single(first.Lines), StringComparison.Ordinal);
        await Node.Anchor.Note(Noon, Stop);
        var whole = Commanded.Run(["verify-audit", .. Settings]);
        Assert.StartsWith("3 facts, unbroken. It goes on from what ", Assert.Single(whole.Lines), StringComparison.Ordinal);
        var hash = whole.Lines[0].Split(' ')[^1];
        Assert.Equal(0, Commanded.Run(["verify-audit", "--at-least", "3", "--head", hash, .. Settings]).Code);

        await Bed.RollBackAudit(head);

        var (code, lines) = Commanded.Run(["verify-audit", "--at-least", "3", "--head", hash, .. Settings]);
        Assert.Equal((1, 2), (code, lines.Count));
        Assert.StartsWith("The audit was rolled back: the anchor noted 3 facts on ", lines[0], StringComparison.Ordinal);
        Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"The audit was rolled back: it does not go on from the 3 facts that there were with the head {hash}."), lines[1]);
        File.Delete(Node.Anchor.Path);
        Assert.Equal(1, Commanded.Run(["verify-audit", "--at-least", "3", .. Settings]).Code);
        Assert.Equal(1, Commanded.Run(["verify-audit", "--head", hash, .. Settings]).Code);
        Assert.Equal(0, Commanded.Run(["verify-audit", "--at-least", "2", .. Settings]).Code);
    }

    private sealed class Replaying : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Noon.AddMinutes(2);
    }
}
