using System.Collections.Immutable;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Localization;
using ChatChannels.Runtime.Storage;
using ChatChannels.Runtime.Storage.Keys;
using ChatChannels.Services;
using ChatChannels.Services.Cases;
using ChatChannels.Services.Documents;
using static ChatChannels.Tests.Runtime.Storage.Samples;

namespace ChatChannels.Tests.Runtime.Storage;

/// <summary>What every store promises of documents, and of the links by which they come.</summary>
public abstract class DocumentContract(StorageKind kind) : StorageTest(kind)
{
    private const string Number = "0000000018";
    private const string Token = "5d0b1c1e5d0b1c1e5d0b1c1e5d0b1c1e";

    private static readonly FundId OtherFund = new("fund-b");
    private static readonly AgentRight Right = new(Fund, new Address(new Channel("desk"), "agent-7"));

    [Fact]
    public async Task FindLoose_Kept_IsThereAfterRestartForItsSenderOnly()
    {
        await Commit(Write(Keep(1)));
        await Reopen();

        Assert.Equal(Sent(1).Content.AsEnumerable(), (await Node.Documents.FindLoose(Fund, Phone(), Id(1), Stop))!.Content);
        Assert.Equal("image/png", (await Node.Documents.FindLoose(Fund, Phone(), Id(1), Stop))!.MediaType);
        Assert.Null(await Node.Documents.FindLoose(Fund, Phone(2), Id(1), Stop));
        Assert.Null(await Node.Documents.FindLoose(OtherFund, Phone(), Id(1), Stop));
        Assert.Null(await Node.Documents.FindLoose(Fund, Phone(), Id(2), Stop));
    }

    [Fact]
    public async Task FileDocument_Kept_BelongsToTheCaseAndToNobodyElse()
    {
        await Commit(Write(Keep(1)), Write(new Change.OpenCase(Case(Number)), File(1)));
        await Reopen();

        Assert.Null(await Node.Documents.FindLoose(Fund, Phone(), Id(1), Stop));
        Assert.Equal([new FiledDocument(Id(1), "identity-card", "image/png", Noon)], await Node.Documents.Of(Fund, Number, Stop));
        Assert.Empty(await Node.Documents.Of(OtherFund, Number, Stop));
        Assert.Empty(await Node.Documents.Of(Fund, "0000000026", Stop));
        Assert.Equal(1, await Count("documents"));
    }

    [Fact]
    public async Task FileDocument_NeverKept_IsFiledToo()
    {
        await Commit(Write(File(1)));

        Assert.Single(await Node.Documents.Of(Fund, Number, Stop));
    }

    [Fact]
    public async Task FileDocument_ThatACaseHas_ClashesAndWritesNothingOfTheUnit()
    {
        await Commit(Write(Keep(1)), Write(File(1)));

        Assert.Equal(CommitResult.Clash, await Node.Store.Commit(Write(new Change.FileDocument(Sent(1), "0000000026", "rib"), Record()), Stop));

        Assert.Equal("identity-card", Assert.Single(await Node.Documents.Of(Fund, Number, Stop)).Paper);
        Assert.Equal(0, await Count("audit"));
    }

    [Fact]
    public async Task FileDocument_InAUnitThatClashes_LeavesItLoose()
    {
        await Commit(Write(Keep(1)), Write(new Change.OpenCase(Case(Number))));

        Assert.Equal(CommitResult.Clash, await Node.Store.Commit(Write(File(1), new Change.OpenCase(Case(Number))), Stop));

        Assert.NotNull(await Node.Documents.FindLoose(Fund, Phone(), Id(1), Stop));
        Assert.Empty(await Node.Documents.Of(Fund, Number, Stop));
    }

    [Fact]
    public async Task Open_Filed_GivesTheContentAndLeavesAFact()
    {
        await Commit(Write(Keep(1)), Write(File(1)));

        var opened = await Node.Documents.Open(Right, Id(1), Noon, Stop);

        Assert.Equal(Sent(1).Content.AsEnumerable(), opened!.Content);
        Assert.Equal(1, await Bed.Ask<long>($"SELECT COUNT(*) FROM audit WHERE fact = 'document-opened' AND about = '{Number} identity-card' AND actor IS NOT NULL"));
    }

    [Fact]
    public async Task Open_WithoutTheRight_GivesNothing()
    {
        await Commit(Write(Keep(1), Keep(2)), Write(File(1)));

        Assert.Null(await Node.Documents.Open(Right with { Fund = OtherFund }, Id(1), Noon, Stop));
        Assert.Null(await Node.Documents.Open(Right, Id(2), Noon, Stop)); // nobody's case has it
        Assert.Equal(0, await Count("audit"));
    }

    [Fact]
    public async Task Sweep_Past_ForgetsWhatNoCaseTook()
    {
        await Commit(Write(Keep(1), Keep(2)), Write(File(1)));

        Assert.Equal(0, await Node.Documents.Sweep(Noon, Noon, Stop));
        Assert.Equal(1, await Node.Documents.Sweep(Noon.AddSeconds(1), Noon, Stop));

        Assert.Null(await Node.Documents.FindLoose(Fund, Phone(), Id(2), Stop));
        Assert.Single(await Node.Documents.Of(Fund, Number, Stop));
    }

    [Fact]
    public async Task Erase_Case_LeavesNothingOfItsDocuments()
    {
        await Commit(Write(Keep(1)), Write(new Change.OpenCase(Case(Number)), File(1)));

        await Node.Keys.Erase(Node.Keys.OwnerOfAddress(Fund, Phone().Value), Stop);
        Assert.NotNull(await Node.Documents.Open(Right, Id(1), Noon, Stop)); // the case still stands, and so does its paper

        await Node.Keys.Erase(KeyRing.OwnerOfCase(new CaseNumber(Number)), Stop);
        Assert.Equal(0, await Count("documents"));
        Assert.Null(await Node.Documents.Open(Right, Id(1), Noon, Stop));
    }

    [Fact]
    public async Task Erase_Sender_LeavesNothingLoose()
    {
        await Commit(Write(Keep(1)));

        Assert.True(await Node.Keys.Erase(Node.Keys.OwnerOfAddress(Fund, Phone().Value), Stop));

        Assert.Equal(0, await Count("documents"));
    }

    [Fact]
    public async Task Stored_Content_IsSealed()
    {
        await Commit(Write(Keep(1)), Write(Keep(2)), Write(File(2)));

        Assert.Equal(0, await Count("documents WHERE length(body) <= 8")); // neither as it came
        Assert.Equal(2, await Bed.Ask<long>("SELECT COUNT(DISTINCT body) FROM documents"));
    }

    [Fact]
    public async Task Link_Issued_IsReadByItsTokenAloneAndUsedOnce()
    {
        await Commit(Write(new Change.IssueLink(Token, Link)));
        await Reopen();

        var found = (await Node.DocumentLinks.Find(Token, Stop))!;
        Assert.Equal((Link.Case, Link.Paper, Link.Expires, false), (found.Case, found.Paper, found.Expires, found.IsUsed));
        Assert.Equal(Link.Accepts, found.Accepts, StringComparer.Ordinal);
        Assert.Null(await Node.DocumentLinks.Find(Token[1..] + "0", Stop));

        await Commit(Write(new Change.UseLink(Token, Link, Noon)));
        Assert.True((await Node.DocumentLinks.Find(Token, Stop))!.IsUsed);
        Assert.Equal(CommitResult.Clash, await Node.Store.Commit(Write(new Change.UseLink(Token, Link, Noon)), Stop));

        await Node.Documents.Sweep(Noon, Link.Expires.AddSeconds(1), Stop);
        Assert.Null(await Node.DocumentLinks.Find(Token, Stop));
    }

    private static DocumentLink Link => new()
    {
        Fund = Fund,
        Case = Number,
        Reference = Number,
        Paper = "identity-card",
        Accepts = ["image/png"],
        Language = Language.French,
        Filer = Phone(),
        Phone = Phone().Value,
        Expires = Noon.AddDays(7),
    };

    private static Unit Write(params ImmutableArray<Change> changes) => new(null, changes);

    private static Guid Id(int n) => new(n, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);

    private static Document Sent(int n) => new(Id(n), Fund, "image/png", [1, 2, 3, 255, (byte)n], Noon);

    private static Change.KeepDocument Keep(int n) => new(Sent(n), Phone());

    private static Change.FileDocument File(int n) => new(Sent(n), Number, "identity-card");
}
