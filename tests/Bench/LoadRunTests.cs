using System.Net;
using ChatChannels.Driver.Loads;
using ChatChannels.Driver.Walks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ChatChannels.Tests.Bench;

/// <summary>The driver against a server that behaves, one that errs and one that hangs up.</summary>
public sealed class LoadRunTests
{
    private static readonly Walk Short = Walk.Parse("> *1#\n< CON Name ?\n> {surname}\n< END Thank you {surname}.");

    [Theory]
    [InlineData(null)]
    [InlineData(5000.0)]
    public async Task Run_AServerThatAnswersRight_WalksEverySession(double? rate)
    {
        var report = await Run(load => load with { HopsPerSecond = rate }, Right);

        Assert.Empty(report.FirstFaults);
        Assert.Equal(100, report.Finished);
        Assert.Equal(200, report.Acknowledged);
        Assert.Equal(200, report.Hops);
    }

    [Theory]
    [InlineData("CON Name?", 200)]
    [InlineData("END Thank you", 200)]
    [InlineData("CON Name ?", 500)]
    public async Task Run_AServerThatAnswersWrong_CountsEachAndKeepsTheFirst(string reply, int status)
    {
        var report = await Run(load => load, http => Write(http, reply, status));

        Assert.Equal((100, 0), (report.Faults, report.Acknowledged));
        Assert.Equal((reply, "CON Name ?", 0), (report.FirstFaults[0].Got, report.FirstFaults[0].Expected, report.FirstFaults[0].Hop));
    }

    [Theory]
    [InlineData(LossPolicy.Repeat, 0, 100)]
    [InlineData(LossPolicy.IsFault, 1, 99)]
    public async Task Run_AServerThatHangsUpOnce_IsRepeatedOrAFault(LossPolicy policy, int faults, int finished)
    {
        var requests = 0;
        var report = await Run(
            load => load with { OnLoss = policy },
            http => Interlocked.Increment(ref requests) == 50 ? HangUp(http) : Right(http));

        Assert.Equal((faults, finished, 1 - faults), (report.Faults, report.Finished, report.Repeated));
    }

    [Fact]
    public async Task Run_AServerThatExcusesItself_IsAskedAgainAndTheWitnessHearsOfEachHopOnce()
    {
        var requests = 0;
        var witness = new Counting();
        var report = await Run(
            load => load with { Excuses = ["END Later"], Witness = witness },
            http => Interlocked.Increment(ref requests) % 10 == 0 ? Write(http, "END Later, reference 7") : Right(http));

        Assert.Empty(report.FirstFaults);
        Assert.Equal((100, 200, 200), (report.Finished, report.Acknowledged, witness.Hops.Count));
        Assert.Distinct(witness.Hops);
        Assert.True(report.Repeated > 0);
    }

    private static async Task<Report> Run(Func<Load, Load> change, RequestDelegate answer)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var server = await Start(answer, cancellation);
        var load = change(new Load
        {
            Server = new IPEndPoint(IPAddress.Loopback, new Uri(server.Urls.First()).Port),
            Path = "/",
            Walk = Short,
            Users = 4,
            Duration = TimeSpan.FromSeconds(30),
            Sessions = 100,
            Seed = 1,
            Pause = TimeSpan.FromMilliseconds(1),
        });
        return await Task.Run(() => LoadRun.Run(load, cancellation), cancellation);
    }

    private static async Task<WebApplication> Start(RequestDelegate answer, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        server.Run(answer);
        await server.StartAsync(cancellation);
        return server;
    }

    private static async Task Right(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        await Write(http, form["text"].ToString() is { Length: > 0 } name ? $"END Thank you {name}." : "CON Name ?");
    }

    private static Task Write(HttpContext http, string reply, int status = 200) =>
        Results.Text(reply, "text/plain; charset=utf-8", statusCode: status).ExecuteAsync(http);

    private static Task HangUp(HttpContext http)
    {
        http.Abort();
        return Task.CompletedTask;
    }

    private sealed class Counting : IWitness
    {
        public List<(string Session, int Hop)> Hops { get; } = [];

        public void Acknowledged(Caller caller, int hop, ReadOnlySpan<byte> typed, ReadOnlySpan<byte> reply) => Hops.Add((caller.SessionId, hop));

        public void Settled()
        {
        }
    }
}
