using System.Collections.Immutable;
using ChatChannels.Conversation;
using ChatChannels.Runtime.Storage;
using ChatChannels.Runtime.Storage.Files;
using ChatChannels.Runtime.Storage.Keys;
using ChatChannels.Services;
using ChatChannels.Services.Cases;
using ChatChannels.Services.Dialogues;
using ChatChannels.Services.Documents;
using static ChatChannels.Tests.Runtime.Storage.Samples;

namespace ChatChannels.Tests.Runtime.Storage;

/// <summary>Large files are written in parts, none of which keeps turns waiting, and are nobody's whose row is not there.</summary>
public abstract class FilePartsContract(StorageKind kind) : StorageTest(kind)
{
    private const string Number = "0000000018";
    private const int Seed = 20_261_201;

    /// <summary>Parts and a rest.</summary>
    private const int Large = 300_001;

    private static readonly AgentRight Right = new(Fund, new Address(new Channel("desk"), "agent-7"));
    private static readonly ImmutableArray<byte> Content = Noise();

    [Fact]
    public async Task Document_Large_IsThereAfterRestartAndInItsCase()
    {
        await Commit(new Unit(null, [Keep()]));
        await Reopen();
        var loose = (await Node.Documents.FindLoose(Fund, Phone(), Sent.Id, Stop))!;
        Assert.Equal(Content.AsEnumerable(), loose.Content);

        var before = await Count("file_parts");
        await Commit(new Unit(null, [new Change.OpenCase(Case(Number)), new Change.FileDocument(loose, Number, "identity-card")]));
        await Reopen();

        Assert.Equal(Content.AsEnumerable(), (await Node.Documents.Open(Right, Sent.Id, Noon, Stop))!.Content);
        Assert.Equal(before, await Count("file_parts")); // filing it wrote no content
    }

    [Fact]
    public async Task Parts_AreSmallAndSealed()
    {
        await Commit(new Unit(null, [Keep()]));

        Assert.Equal(5, await Count("file_parts"));
        Assert.InRange(await Bed.Ask<long>("SELECT MAX(length(body)) FROM file_parts"), 1, 66_000);
        Assert.InRange(await Bed.Ask<long>("SELECT MAX(length(body)) FROM documents"), 1, 1_000);
        Assert.Equal(5, await Bed.Ask<long>("SELECT COUNT(DISTINCT body) FROM file_parts"));
    }

    [Fact]
    public async Task Document_ThatACaseHas_IsUnharmedByOneThatClashes()
    {
        await Commit(new Unit(null, [new Change.OpenCase(Case(Number)), new Change.FileDocument(Sent, Number, "identity-card")]));

        Assert.Equal(CommitResult.Clash, await Node.Store.Commit(new Unit(null, [new Change.FileDocument(Sent, "0000000026", "rib")]), Stop));

        Assert.Equal(Content.AsEnumerable(), (await Node.Documents.Open(Right, Sent.Id, Noon, Stop))!.Content);
    }

    [Fact]
    public async Task Parts_MissingOrAltered_AreNoFile()
    {
        await Commit(new Unit(null, [Keep()]));

        await Bed.Tamper("UPDATE file_parts SET part = part + 10 WHERE part = 4");
        await Bed.Tamper("UPDATE file_parts SET part = 4 WHERE part = 3");
        await Bed.Tamper("UPDATE file_parts SET part = 3 WHERE part = 14");

        Assert.Null(await Node.Documents.FindLoose(Fund, Phone(), Sent.Id, Stop));
        await Bed.Tamper("DELETE FROM file_parts WHERE part = 4");
        Assert.Null(await Node.Documents.FindLoose(Fund, Phone(), Sent.Id, Stop));
    }

    [Fact]
    public async Task DialogueFile_Large_IsThereAndGoesWithItsTime()
    {
        await Commit(new Unit(null, [new Change.KeepFile(new DialogueFile(Fund, "chat", Sent.Id, Content, Noon))]));
        await Reopen();

        Assert.Equal(Content.AsEnumerable(), (await Node.Dialogues.FindFile(Fund, "chat", Sent.Id, Stop))!.Content);
        await Node.Dialogues.Sweep(Noon, Noon.AddSeconds(1), Stop);
        await Node.Documents.Sweep(Noon.AddSeconds(1), Noon, Stop);
        Assert.Equal(0, await Count("file_parts"));
    }

    [Fact]
    public async Task Sweep_Past_ForgetsPartsOfNoRowAndKeepsThoseOfCases()
    {
        await Commit(new Unit(null, [Keep()]));
        await Commit(new Unit(null, [Keep(2)]));
        await Commit(new Unit(null, [new Change.OpenCase(Case(Number)), new Change.FileDocument((await Node.Documents.FindLoose(Fund, Phone(), Sent.Id, Stop))!, Number, "rib")]));
        await Node.Keys.Erase(Node.Keys.OwnerOfAddress(Fund, Phone().Value), Stop);

        await Node.Documents.Sweep(Noon, Noon, Stop);
        Assert.Equal(10, await Count("file_parts")); // of today, perhaps of a turn that is still to come
        await Node.Documents.Sweep(Noon.AddSeconds(1), Noon, Stop);
        Assert.Equal(5, await Count("file_parts"));
        Assert.Equal(Content.AsEnumerable(), (await Node.Documents.Open(Right, Sent.Id, Noon, Stop))!.Content);

        await Node.Keys.Erase(KeyRing.OwnerOfCase(new CaseNumber(Number)), Stop);
        await Node.Documents.Sweep(Noon.AddSeconds(1), Noon, Stop);
        Assert.Equal(0, await Count("file_parts"));
    }

    [Fact]
    public void Reference_Written_IsReadAgainAndNoFileIsOne()
    {
        var reference = FileReference.New(Large);

        var read = FileReference.Of(reference.Write())!;
        Assert.Equal((reference.Content, reference.Length), (read.Content, read.Length));
        Assert.Equal(reference.Key, read.Key);
        Assert.Null(FileReference.Of(Content.AsSpan()));
        Assert.Null(FileReference.Of(Content.AsSpan(0, reference.Write().Length)));
        Assert.DoesNotContain(Convert.ToHexStringLower(reference.Key), reference.ToString(), StringComparison.Ordinal);
    }

    private static Document Sent => new(new Guid(1, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]), Fund, "image/png", Content, Noon);

    private static Change.KeepDocument Keep(int n = 1) => new(Sent with { Id = new Guid(n, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]) }, Phone());

    private static ImmutableArray<byte> Noise()
    {
        var bytes = new byte[Large];
        new Random(Seed).NextBytes(bytes);
        return [.. bytes];
    }
}
