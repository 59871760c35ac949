using System.Text.RegularExpressions;
using ChatChannels.Host.Replay;
using ChatChannels.Runtime.Delivery;
using ChatChannels.Runtime.Storage;
using ChatChannels.Services.Cases;
using ChatChannels.Tests.Runtime.Storage;
using ChatChannels.Tests.Ussd;
using Microsoft.Extensions.DependencyInjection;

namespace ChatChannels.Tests.Host;

/// <summary>What was answered is on disk: the program is killed after every hop, and nothing is lost or done twice (promise 1).</summary>
public sealed partial class KillTests : IDisposable
{
    private const int MostHops = 60;

    /// <summary>A program just started is cold; what is proven here is not its speed.</summary>
    private static readonly string[] Patient = ["--Ussd:AfricasTalking:Deadline", "00:00:08", "--Processing:Every", "1.00:00:00"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chatchannels-kill-");
    private readonly Walk _walk = Walk.Sample(0);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public Task Kill_AfterEveryHopOnSqlite_LosesNothing() =>
        WalkKilled(["--Storage:Path", Path.Combine(_folder.FullName, "test.db"), "--Storage:KeyFile", Path.Combine(_folder.FullName, "key")]);

    [Fact]
    public async Task Kill_AfterEveryHopOnPostgres_LosesNothing()
    {
        var database = await PostgresServer.Create();
        try
        {
            await WalkKilled(["--Storage:Kind", "Postgres", "--Storage:ConnectionString", database, "--Storage:KeyFile", Path.Combine(_folder.FullName, "key")]);
        }
        finally
        {
            await PostgresServer.Drop(database);
        }
    }

    private async Task WalkKilled(string[] settings)
    {
        var typed = new List<string>();
        var reply = "";
        for (var hop = 0; !reply.StartsWith("END ", StringComparison.Ordinal) && hop < MostHops; hop++)
        {
            using var host = await HostProcess.Start([.. settings, .. Patient]);
            var line = new Line(host.Http) { Phone = _walk.Phone };
            if (hop > 0)
            {
                Assert.Equal(reply, await line.Hop(string.Join('*', typed))); // what it said before it was killed
                typed.Add(Next(typed.Count, reply));
            }

            reply = await line.Hop(string.Join('*', typed));
            await host.Kill();
        }

        Assert.StartsWith("END ", reply, StringComparison.Ordinal);
        await AssertAllIsThere(settings);
    }

    /// <summary>The next answer of the walk; behind the last one the receipt is read, then the review to its last page, and yes.</summary>
    private string Next(int typed, string screen) =>
        typed < _walk.Answers.Length ? _walk.Answers[typed]
        : typed > _walk.Answers.Length && More().IsMatch(screen) ? "98"
        : "1";

    private async Task AssertAllIsThere(string[] settings)
    {
        await using var undisturbed = await ReplayHost.Start(Scene.Now);
        await _walk.Through(new Line(undisturbed.Http) { Phone = _walk.Phone });
        var expected = await Filed(undisturbed);
        // What a node had taken when it was killed is free again once its lease is over.
        await using var service = await ReplayHost.Start(TimeProvider.System.GetUtcNow() + new DeliveryOptions().Lease, settings);

        Assert.Equal(expected.Answers.Values, (await Filed(service)).Answers.Values);
        await service.Services.GetRequiredService<Courier>().Begin(Stop); // what the process had set aside, for it had no sender
        await service.Services.GetRequiredService<Courier>().Round(Stop);
        var messages = await service.Services.GetRequiredService<IOutbox>().DeliveredTo(_walk.Phone, 20, Stop);
        string[] once = ["email opened", "email validated", "sms opened", "sms validated"];
        Assert.Equal(once, messages.Select(message => $"{message.Channel.Name} {message.Template}").Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    private static async Task<Case> Filed(ReplayHost service)
    {
        var cases = service.Services.GetRequiredService<ICaseFile>();
        var number = Assert.Single(await cases.InState(Scene.Fund, CaseState.Validated, DateTimeOffset.MaxValue, 10, Stop));
        Assert.Empty(await cases.InState(Scene.Fund, CaseState.Registered, DateTimeOffset.MaxValue, 10, Stop));
        return (await cases.Find(Scene.Fund, number, Stop))!;
    }

    [GeneratedRegex(@"(^|\n)98 ", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex More();
}
