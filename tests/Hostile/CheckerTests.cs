using System.Text;
using ChatChannels.Host.Replay;
using ChatChannels.Hostility;
using ChatChannels.Runtime.Storage;
using ChatChannels.Tests.Bot.DirectLine;
using ChatChannels.Tests.Ussd;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ChatChannels.Tests.Hostile;

/// <summary>The judges of hostile runs, judged: what they are to find they find.</summary>
public sealed class CheckerTests
{
    private const string Screen = "text/plain; charset=utf-8";
    private static readonly HostileCallback Hop = new("answer", Gateway.Target, []);

    public static TheoryData<int, string?, string, double, string?> Replies => new()
    {
        { 200, Screen, "CON Votre nom ?", 0.1, null },
        { 200, Screen, $"END {new string('a', 182)}", 0.1, null },
        { 200, Screen, $"END {new string('م', 80)}", 0.1, null },
        { 400, "application/problem+json", """{"status":400}""", 0.1, null },
        { 404, null, "", 0.1, null },
        { 200, Screen, "CON Votre nom ?", 1.1, "took" },
        { 500, null, "", 0.1, "status 500" },
        { 503, "application/problem+json", """{"status":503}""", 0.1, "status 503" },
        { 302, null, "", 0.1, "status 302" },
        { 200, "text/html", "CON Votre nom ?", 0.1, "a screen as" },
        { 200, Screen, "Votre nom ?", 0.1, "neither" },
        { 200, Screen, "END ", 0.1, "empty" },
        { 200, Screen, "END a\u0007b", 0.1, "control" },
        { 200, Screen, $"END {new string('a', 183)}", 0.1, "too long" },
        { 200, Screen, $"END {new string('م', 81)}", 0.1, "too long" },
        { 400, "text/plain", "System.Exception", 0.1, "a refusal as" },
        { 0, null, "", 0.1, "closed" },
    };

    /// <summary>What a broken program, or a hand in the database, could leave behind.</summary>
    public static TheoryData<string, string> Damages => new()
    {
        { "UPDATE turns SET version = version + 1 WHERE version > 1", "a session's turns" },
        { "DELETE FROM turns WHERE version = 2", "a session's turns" },
        { "INSERT INTO turns (opened, prev, session, version, at, body) SELECT opened, prev, session, version, at, body FROM turns WHERE version = 3", "a session's turns" },
        { "UPDATE turns SET owner = NULL", "a session's first turn" },
        { "UPDATE turns SET prev = opened WHERE version > 2", "a turn does not lead to the one before" },
        { "UPDATE turns SET opened = seq WHERE version > 1", "a turn does not lead to the one before" },
        { "UPDATE sessions SET last = last + 1", "a session does not lead to its last turn" },
        { "UPDATE sessions SET before = opened", "an owner does not lead to all sessions" },
        { "UPDATE keys SET opened = NULL", "an owner's newest session" },
        { "DELETE FROM sessions", "a session is not found" },
        { "DELETE FROM keys WHERE owner <> ''", "has no key" },
        { "INSERT INTO keys (owner, wrapped) VALUES ('a:nobody', x'00')", "a key is nobody's" },
        { "UPDATE cases SET owner = (SELECT owner FROM turns WHERE version = 1)", "a case is under another's key" },
        { "UPDATE cases SET open = 0", "a case is open and counts as closed" },
        { "UPDATE cases SET open = 0, state = 'AwaitingPapers'", "a case is open and counts as closed" },
        { "UPDATE dialogues SET owner = 'a:gone'", "a row of dialogues has no key" },
        { "UPDATE dialogue_turns SET owner = 'a:gone'", "a row of dialogue_turns has no key" },
        { "UPDATE dialogue_files SET owner = 'a:gone'", "a row of dialogue_files has no key" },
        { "UPDATE documents SET owner = 'a:gone'", "a row of documents has no key" },
        { "DELETE FROM file_parts WHERE part = 0", "a file of documents is not there whole" },
        { "DELETE FROM file_parts", "a file of dialogue_files is not there whole" },
        { "DELETE FROM members; UPDATE cases SET state = 'NumberGiven'", "its member is not in the register" },
        { "UPDATE outbox SET settled_at = 1", "a message is settled without a time" },
        { "INSERT INTO sessions (opened, last, session, owner, channel) SELECT seq, seq, session, 'a:b', 'Ussd' FROM turns WHERE version = 2", "a session is not found, or is found and is not there" },
        { "DELETE FROM audit WHERE seq = 1", "the audit chain" },
        { "UPDATE audit SET fact = 'forged'", "a case was opened without a fact" },
        { "UPDATE attempts SET count = 0", "a try is counted as none" },
    };

    [Theory]
    [MemberData(nameof(Replies))]
    public void Fault_Reply_IsFoundOrAllowed(int status, string? type, string body, double seconds, string? fault)
    {
        var found = AllowedReplies.Fault(Hop, new Caught(status, type, Encoding.UTF8.GetBytes(body), TimeSpan.FromSeconds(seconds)));

        Assert.Equal(fault is null, found is null);
        Assert.Contains(fault ?? "", found ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void Fault_ForgeryLetInOrCopyAnsweredOtherwise_IsFound()
    {
        var reply = new Caught(200, Screen, "CON Votre nom ?"u8.ToArray(), TimeSpan.Zero);

        Assert.Equal("a forgery was let in", AllowedReplies.Fault(Hop with { IsTrusted = false }, reply));
        Assert.Equal("a copy was answered otherwise", AllowedReplies.Fault(Hop with { Expected = [1] }, reply));
        Assert.Null(AllowedReplies.Fault(Hop with { Expected = reply.Body }, reply));
    }

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task Broken_StoreDamaged_IsTold(string sql, string broken)
    {
        await using var service = await ReplayHost.Start(Scene.Now);
        var walk = Walk.Sample(0);
        await walk.Through(new Line(service.Http) { Phone = walk.Phone });
        var wrong = new Line(service.Http) { Phone = "+237650000077" };
        await wrong.Hop("");
        foreach (var answer in new[] { "1", "2", "1234567897", "12345678" })
            await wrong.Type(answer);
        await SendFile(service);
        Assert.Empty(await StoreInvariants.Broken(service.Services));

        var path = service.Services.GetRequiredService<IOptions<StorageOptions>>().Value.Path;
        await using (var connection = new SqliteConnection($"Data Source={path};Pooling=False"))
            Assert.NotEqual(0, await connection.ExecuteAsync(sql));

        Assert.Contains(await StoreInvariants.Broken(service.Services), told => told.Contains(broken, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Broken_CaseThatAwaitsPapers_IsOpen()
    {
        await using var service = await ReplayHost.Start(Scene.Now);
        var walk = Walk.Sample(0);
        await walk.Through(new Line(service.Http) { Phone = walk.Phone });

        var path = service.Services.GetRequiredService<IOptions<StorageOptions>>().Value.Path;
        await using (var connection = new SqliteConnection($"Data Source={path};Pooling=False"))
            Assert.NotEqual(0, await connection.ExecuteAsync("UPDATE cases SET state = 'AwaitingPapers', open = 1"));

        Assert.Empty(await StoreInvariants.Broken(service.Services));
    }

    /// <summary>A chat that comes to where it asks for a file, and gets one that is kept in parts.</summary>
    private static async Task SendFile(ReplayHost service)
    {
        var chat = await ChatLine.AskedForFile(service, ReplayHost.ChatSecretOf(new("cnps-cm")));
        using var file = new ByteArrayContent([.. "%PDF-1.7 "u8, .. new byte[200_000]]);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{ChatLine.Path}/conversations/{chat.Conversation}/upload?userId=ada") { Content = file };
        request.Headers.Authorization = new("Bearer", chat.Credential);
        using var response = await service.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode);
    }

    [Fact]
    public void Next_SameSeed_IsTheSameRow()
    {
        var honest = new HonestCall("s", "+237651000001", "M", ["", "1"], [[], []]);
        var (one, other) = (new HostileCallbacks(7, [honest]), new HostileCallbacks(7, [honest]));

        for (var i = 0; i < 1_000; i++)
        {
            var (left, right) = (one.Next(), other.Next());
            Assert.Equal((left.Kind, left.Target, left.Headers), (right.Kind, right.Target, right.Headers));
            Assert.Equal(left.Raw ?? left.Body, right.Raw ?? right.Body);
        }
    }
}
